/** Fills the named blanks of a sentence that Python worded. */
export function filled(sentence, blanks) {
  return sentence.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);
}
