"""The patterns of slogans, by family. A set of ideas takes each family once at most, so its ideas differ in kind."""

from functools import cache

from wareloom.ideas.grammar.expand import Pattern, parsed
from wareloom.ideas.grammar.sounds import SOUNDS

_PATTERNS = """
[club: warm]
<slow> & {thing} <club>
{thing.name} <appreciation> Society
The {thing.name} & {other.name} Social Club
Friends of the {thing.own}
Department of {thing.name} Affairs
Ministry of {thing} & <questionable>
Local {thing.name} Committee, <role>
{thing.name} Support Group, <meets>
United {who.many} of <nowhere>
Secret Society of <mild> {who.many}

[badge: classic]
{pastime}, Est. <when>
{thing.name} Patrol, <shift>
{thing.name} Inspector, <rank>
Certified {thing.name} Whisperer
{thing.name} & {other.name} Supply Co.
{item.name} & Daughters, <purveyors>
Grand Order of the {count.one}
Knights of the {count.one}
{pastime} Department, <shift>
{who.many} Local No. 9

[powered: bold]
<powered> {thing} & <grit>
<powered> {thing}, {other} & <grit>
This {who.one} Runs on {thing}
90% {thing}, 10% <human>
Ingredients: {thing}, {other} & <grit>

[more: playful]
Just One More {count.one}
One More {count.one}, Then <home>
Enough {thing}? Never Heard of It
Too {thing.much} {thing}? Define Too {thing.much}
More {thing}, <fewer>
Came Home With {item.a} Again
It Started With One {count.one}
{item.name} Problem? More of a Storage Problem
Last {count.one}, I Promise (Again)

[imperative: bold]
Do It for the {thing}
Follow the {thing.own}
Trust the {thing.own}
Respect the {thing.own}
Trust {thing}, Question Everything Else
Chase {thing}, Not <approval>
Count {several}, Not <counted>
Hands Off My {object.own}
Never Rush {who.a}
Never Argue With {who.a}
Feed the {who.one}, <stand>
Leave Room for {thing}
Pack Light, Bring {object}
Tell the {thing.own} I’ll Be Right There
Ask Me About My {thing.own}
Please Feed the {who.many}

[here: playful]
Just Here for the {thing}
Came for the {thing}, Stayed for the {other}
Mostly Here for Other People’s {thing}
Will Travel for {thing}
I Brake for {thing}
I Left the House for {thing}
I Was Told There Would Be {thing}

[identity: proud]
Part Human, Part {thing.name}
Emotionally Attached to My {thing.own}
Emotional Support {object.name}
In a Committed Relationship With {thing}
Quietly Obsessed With {thing}
Professionally Distracted by {thing}
Every <group> Needs {count.a} Person
I’m the {thing.name} Person
Fluent in {thing.name}
Few Words, {thing.much} {thing}
Mild-Mannered by Day, {who.one} by Night
<mild> {who.one}
{who.one} First, Everything Else Later
Great {who.one}, Terrible <texter>
{who.one} With <opinions>
Off-Duty {who.one}
Full-Time {who.one}, Part-Time <adult>
Aspiring {who.one}, Accomplished Napper

[work: dry]
Behind Every {who.one} {thing.be} Too {thing.much} {thing}
{who.one} Hours: <hours>
Warning: Will Talk About {thing}
I Can Explain the {thing}
{pastime} Is <mine>
Somebody Has to Watch the {thing.own}
I’m Not Late, I’m {who.a}
This Meeting Could Have Been {thing}
Out of Office: {pastime}
Employee of the Month: The {count.one}
Ask {who.a} Before You Panic

[question: playful]
But What About the {thing}?
Is It {pastime} O’Clock Yet?
Who Took My {object.own}?
What Would {who.a} Do?
{thing}? Say Less
Did Somebody Say {thing}?
Another {count.one}? Obviously
{thing} or {other}? Yes
Can It Wait? There {thing.be} {thing}
Have You Tried More {thing}?
Do You Even {verb.one}?

[comparison: dry]
{thing} Over <people>
{thing} {thing.be} Cheaper Than Therapy <barely>
More {thing} Than Sense
About as Subtle as {count.a}
I Like {thing} & Maybe <three>
{thing} Understand{thing.stays} Me
People Come & Go, {thing} Remain{thing.stays}
Rich in {thing}, Poor in <sleep>

[pair: wry]
{thing} First, <feelings> Later
No Drama, Just {thing}
All {thing}, No Plan
Zero Plans, Plenty of {thing}
Short on Sleep, Long on {thing}
Bad at <parking>, Good at {pastime}
Late for Everything Except {pastime}
Lost the Plot, Found the {thing.own}
{thing}: Yes. Small Talk: No.
Less <scrolling>, More {pastime}
Half Asleep, Fully Committed to {thing}
{body}, <demands>

[wisdom: calm]
Happiness Is {count.a} & Nowhere to Be
A Day Without {thing} Is Just <paperwork>
The <laundry> Can Wait, the {thing.own} Can’t
Home Is Where the {thing} {thing.be}
{pastime} Is a State of Mind
It’s Not a Phase, It’s {pastime}
Peace, Quiet & {thing}
Every Good Story Starts With {count.a}
Some Things Take Time & {thing}
When in Doubt, {thing}
Nobody Ever Regretted {pastime}
The Answer Is Probably {thing}
The {thing.own} {thing.own_be} Calling

[doing: active]
Gone {doing}
I’d Rather Be {doing}
Sorry I’m Late, I Was {doing}
Do Not Disturb, {doing} in Progress
{verb.one} Now, Explain Later
I {verb.one}, Therefore I’m Late
Will {verb.one} for <snacks>
{verb.one} Quietly, Snack Loudly
Born to {verb.one}, <forced>
Good Things Come to Those Who {verb.one}
Wake Up, {verb.one}, Tell Everyone
{verb.one} Like Nobody’s Counting
Weekend Forecast: {pastime}
Officially Retired, Unofficially {doing}
Currently {doing}, Leave a Message

[gift: warm]
For the {who.one} Who Has Everything but {object}
Somebody’s Favorite {who.one}
Best Supporting {who.one}
Raised by {who.many}
The {who.one} They Warned You About
I Married Into the {object.name} Business
Keep Your {who.one} Close & the {thing.own} Closer
Hug {who.a}, Mind the {thing.own}
Some Bring Flowers, I Bring {object}
Love Is Sharing Your {object.own}
You, Me & the {thing.own}

[label: dry]
May Contain Traces of {object}
Handle With {object}
Fragile: Feelings & {object} Inside
{object} Sold Separately
Some Assembly & {object} Required
Beware of the {thing.own}
Best Served With {object}
Side Effects Include {thing}
Not Responsible for {object} After Dark
Keep Within Reach of {thing}

[trio: minimal]
{thing}, {other} & Nowhere to Be
{thing}, {other}, Repeat
{thing}, Then {other}, in That Order
{thing} Today, {other} Tomorrow
{thing} by Day, {other} by Night
Equal Parts {thing} & {other}
Torn Between {thing} & {other}
From {thing} to {other} & Back

[animal: affectionate]
Ask My {animal.own}, I Just Work Here
My {animal.own} {animal.own_has} Notes
The {animal.own} {animal.own_be} in Charge Here
Staffed Entirely by {animal}
{animal} Before <brunch>
Personal Assistant to {animal}

[food: cheeky]
No Decisions Before {food}
Breakfast, Lunch & {food}
Talk to Me After the {food}
{food} Now, Dishes Later
Emotionally Dependent on {food}

[place: calm]
Meet Me by the {place.one}
Greetings From the {place.one}
Nothing Good Happens Far From the {place.one}
My Other Office Is {place.a}
"""


@cache
def patterns() -> tuple[Pattern, ...]:
    return parsed(_PATTERNS + SOUNDS)
