"""Patterns that play with sound: a noun that begins like the words before it, or ends like the words after it."""

SOUNDS = """
[alliteration: playful]
All About {thing~a}
Bonkers for {thing~b}
Crazy for {thing~c}
Devoted to {thing~d}
Enchanted by {thing~e}
Fanatical About {thing~f}
Gaga for {thing~g}
Hooked on {thing~h}
Infatuated With {thing~i}
Jazzed About {thing~j}
Keen on {thing~k}
Loopy for {thing~l}
Mad About {thing~m}
Nuts About {thing~n}
Obsessed With {thing~o}
Partial to {thing~p}
Quite Keen on {thing~q}
Raving About {thing~r}
Smitten With {thing~s}
Taken With {thing~t}
Unreasonable About {thing~u}
Very Into {thing~v}
Wild About {thing~w}
Yearning for {thing~y}
Zealous About {thing~z}
{thing~b.name} Brigade, <shift>
{thing~c.name} Crew, <shift>
{thing~d.name} Detectives, <rank>
{thing~f.name} Fan Club
{thing~g.name} Guild, <role>
{thing~l.name} League, <role>
{thing~p.name} Patrol
{thing~r.name} Rangers, <shift>
{thing~s.name} Squad, <shift>
{thing~t.name} Trust Fund
{thing~w.name} Watch, <shift>

[rhyme: playful]
{thing~-ats} & Long Chats
{thing~-ails} & Tall Tales
{thing~-ales} & Tall Tales
{thing~-ights} & Big Bites
{thing~-ites} & Late Nights
{thing~-ars} & Shooting Stars
{thing~-ugs} & Free Hugs
{thing~-ooks} & Dirty Looks
{thing~-ills} & Cheap Thrills
{thing~-ings} & Better Things
{thing~-eels} & Big Feels
{thing~-balls} & Missed Calls
{thing~-ots} & Deep Thoughts
{thing~-icks} & Old Tricks
{thing~-unes} & Full Moons
{thing~-oons} & Full Moons
In {thing~-ust} We Trust
{thing~-ocks} & Stopped Clocks
Just {thing~-tea} & Me
{thing~-yes}, No Lies
{thing~-akes} & No Mistakes
{thing~-ools} & Few Rules
{thing~-beans} & Big Dreams
{thing~-ears}, No Fears
{thing~-ips} & Long Trips
{thing~-aws}, No Laws
{thing~-ogs} & Deep Fogs
{thing~-oats}, Whatever Floats
"""
