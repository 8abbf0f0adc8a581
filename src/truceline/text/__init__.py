"""Raw text to clean text: what is body, what is page furniture, what was damaged."""

from truceline.text.cleaning import clean
from truceline.text.credits import credits
from truceline.text.dateline import Dateline, dateline

__all__ = ["Dateline", "clean", "credits", "dateline"]
