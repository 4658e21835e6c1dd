"""All judgement, as pure functions over plain data: every choice carries a score and a reason. Knows no spaCy."""
