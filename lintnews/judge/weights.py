"""The weights of the judgement, as data; ``docs/judgement.md`` explains them and says how they were measured."""

from __future__ import annotations

ALWAYS = 3.0  # an entry without cues: its forms are never right
SLOT = 3.0  # the form stands in a frame that only the other reading has

NEAR = {"sentence": 1.5, "paragraph": 0.8, "document": 0.25}  # a cue for the wrong reading, by the nearest place it has
NEAR_FAR_MOST = 1.0  # what cues of the rest of the document may give together
UNLESS = {"sentence": -3.0, "paragraph": -1.6, "document": -0.3}  # a cue for the reading the words have by right
UNLESS_FAR_MOST = -0.9
AGAINST = -2.5  # a cue of the English word's own sense, in the sentence
TOPIC = 1.2  # the document is full of a cue set that speaks for the reading
TOPIC_WORDS = 3  # distinct cues of a set that make it a topic of the document
TOPIC_AGAINST = -1.2
NAMED_RIGHT = 0.8  # the same concept stands in the document under its right name

CERTAIN, LIKELY, POSSIBLE = 2.5, 1.5, 0.7  # sums from which a finding is certain, likely, possible
