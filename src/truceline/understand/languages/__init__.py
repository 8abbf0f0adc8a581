"""One folder a language, with the same files in each."""
