"""What the gate of kills needs: a person who types, and keepers with a planted fault."""
