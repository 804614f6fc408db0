"""The invented world that the sample market and the sample network both show, the same with the same seed.

`niches` is its vocabulary, `world` its chances and its calendar, `course` and `truth` what becomes of a niche, `demand`
how much it is wanted. Only who simulates may know the truth: whoever reads what is simulated has to find it out.
"""
