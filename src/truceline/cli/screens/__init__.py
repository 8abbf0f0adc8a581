"""Views on the terminal, one file each: a function from a view to lines. Report text is made harmless in `base`."""
