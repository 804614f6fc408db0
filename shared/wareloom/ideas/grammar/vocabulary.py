"""The words of slogans that no trend brings: each symbol's alternatives."""

from functools import cache

from wareloom.ideas.grammar.expand import symbols

_TABLE = """
slow = Slow Mornings | Late Nights | Long Weekends | Muddy Boots | Bad Puns | Big Feelings | Rainy Days | Early Alarms
club = Club | Society | Social Club | Association | Fan Club
appreciation = Appreciation | Admiration | Preservation | Protection
questionable = Questionable Decisions | Minor Inconveniences | Early Bedtimes | Unsolicited Advice | Second Breakfasts
role = Founding Member | Snacks Division | Acting President | Night Chapter | Treasurer for Life
meets = Nobody Recovers | Meets Nightly | No Progress to Report | Snacks Provided
nowhere = Nowhere in Particular | the Snack Table | the Early Hours | the Back Row | the Last Minute
mild = Slightly Feral | Mildly Obsessed | Politely Stubborn | Chronically Early | Suspiciously Calm | Well-Fed
when = Before Breakfast | Too Early | Past Bedtime | Last Tuesday | by Accident | Before It Was Cool
shift = Night Shift | Early Shift | All Weathers | Weekends Only | Unpaid Division
rank = Self-Appointed | Third Class | Senior Grade | Badge Pending | No Training Required
purveyors = Purveyors of Calm | Makers of Mess | Trusted by Neighbors | Closed on Mondays
powered = Powered by | Fueled by | Running on | Held Together by | Built on
grit = Stubbornness | Spite | Good Intentions | Poor Planning | Blind Optimism | Zero Sleep | Pure Nerve | Bad Jokes
human = Human | Panic | Paperwork | Patience | Plan
home = Home | Bed | Dinner | I’ll Stop | Responsibilities
fewer = Fewer Meetings | Less Small Talk | Fewer Opinions | Less Scrolling | Fewer Mondays
approval = Approval | Deadlines | Likes | Promotions | Trends
counted = Meetings | Calories | Steps | Followers | Emails
stand = Stand Back | Ask Questions Later | Thank Me Later | Save Yourself
group = Family | Group Chat | Friend Group | Neighborhood | Office
texter = Texter | Dancer | Sleeper | Liar | Parallel Parker
opinions = Strong Opinions | Notes | a Backup Plan | Snacks | No Off Switch
adult = Adult | Human | Philosopher | Genius | Morning Person
hours = Yes | Dawn to Whenever | Ask the Moon | Until It’s Done | Past Bedtime
mine = My Love Language | My Retirement Plan | My Whole Personality | My Inner Peace | My Excuse
people = Small Talk | Spreadsheets | Drama | Deadlines | Laundry | Everything
three = Three People | Two People | One Neighbor | Your Dog
sleep = Sleep | Shelf Space | Free Weekends | Impulse Control
feelings = Feelings | Questions | Laundry | Everything Else | Adulthood
parking = Parking | Goodbyes | Email | Sitting Still | Small Talk
scrolling = Scrolling | Talking | Worrying | Screen Time | Rushing
paperwork = Paperwork | Errands | a Long Meeting | a Rehearsal | Laundry
laundry = Laundry | Inbox | Dishes | World | Group Chat
snacks = Snacks | Compliments | Coffee | a Nap
forced = Asked to Answer Email | Paid to Sit Still | Late to Everything Else
demands = Iron Will | Big Opinions | Long List of Demands | Main Character Energy | Big Dreams
brunch = Brunch | Breakfast | Boundaries | Everything
barely = (Barely) | (On Paper) | (So Far) | (Don’t Check)
"""


@cache
def vocabulary() -> dict[str, tuple[str, ...]]:
    return symbols(_TABLE)
