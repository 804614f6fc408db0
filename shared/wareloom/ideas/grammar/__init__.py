"""An offline composer of ideas: a grammar whose words come from the trend itself.

`lexicon` and `inflect` know English, `noun` reads a phrase as a noun, `terms` finds what a brief offers, `vocabulary`,
`slogans` and `sounds` are the grammar, `expand` derives slogans from it, `taste` and `titlecase` finish them, `scene`
says what is drawn, `tags` what it is found by, and `composer` puts an idea together.
"""
