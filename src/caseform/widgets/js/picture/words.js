/** Fills the named blanks of a sentence that Python worded. */
export function filled(sentence, blanks) {
  return sentence.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);
}

/** What the thing with this id is called in a list of things with a text. */
export function nameOf(list, id) {
  return list.find((each) => each.id === id).text;
}
