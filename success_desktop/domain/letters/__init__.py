"""The letters and papers around an edition of a plan as data: their wording, whom they suit, the facts that they state."""
