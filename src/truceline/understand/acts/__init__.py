"""Acts, stances and pledges: predicates in the senses of a lexicon, their participants, and whether it happened."""
