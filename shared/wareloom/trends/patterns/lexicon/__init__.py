"""Words of looks and of people, one value a line: its name, then other ways of saying it.

A question mark asks for more than the word: a product beside it, or that somebody gives it to them. Two of them ask
for a colour to be called one. An exclamation mark is a word without a plural. Words are whole, longer phrases win.
"""
