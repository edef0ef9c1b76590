"""Make ``lintnews/data/age_words.json``: what is said of people whose age is told, on half of a folder of stories.

    python -m benchmarks.make_age_words CORPORA

``verbs`` are the words that follow "the 54-year-old" right away, ``people`` the nouns that do, both with those that general knowledge
adds; what is said of things (church, rivalry) is left out by hand.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from .halves import rows

DATA = Path(__file__).parent.parent / "lintnews" / "data" / "age_words.json"
FOLLOWS = re.compile(r"\b\d{1,2}[- ]years?[- ]old (?:(?:[a-z-]+) ){0,2}?([a-z-]+)")
PEOPLE = """
boy girl man woman son daughter child teenager teen youth youngster mother father mom mum dad brother sister husband wife widow widower
baby toddler infant student pupil pensioner driver player striker midfielder defender goalkeeper keeper forward winger singer actor
actress star suspect victim mayor farmer soldier teacher nurse doctor lawyer politician writer author director chairman chairwoman
president premier minister chancellor king queen prince princess monarch emperor pope cardinal bishop priest imam rabbi senator
congressman congresswoman governor judge sheriff officer policeman policewoman detective general colonel captain commander leader chief
head boss manager coach trainer captain champion winner runner-up boxer swimmer sprinter runner cyclist jockey golfer skier skater
pitcher catcher quarterback linebacker outfielder infielder batsman bowler flanker prop lock hooker fly-half scrum-half centre fullback
veteran rookie newcomer prodigy tycoon billionaire millionaire magnate mogul businessman businesswoman entrepreneur executive banker
investor trader broker analyst economist accountant clerk secretary receptionist waiter waitress cook chef baker butcher barber hairdresser
builder carpenter plumber electrician mechanic engineer miner fisherman sailor pilot steward stewardess astronaut cosmonaut scientist
physicist chemist biologist surgeon obstetrician dentist midwife paramedic firefighter fireman guard housewife homemaker maid cleaner
janitor servant labourer laborer worker peasant shepherd immigrant migrant refugee tourist visitor hiker climber native resident local
neighbour neighbor passenger pedestrian motorist motorcyclist biker gunman attacker bomber militant rebel activist dissident protester
prisoner inmate convict burglar robber thief killer murderer prostitute drug-dealer heir heiress orphan twin cousin uncle aunt nephew niece
grandson granddaughter grandmother grandfather grandparent great-grandmother great-grandfather lady gentleman bachelor spinster bride groom
partner girlfriend boyfriend fiance fiancee friend colleague predecessor successor rival opponent candidate nominee lawmaker legislator
deputy councillor councilman councilwoman diplomat ambassador envoy spokesman spokeswoman aide adviser official bureaucrat communist
journalist reporter editor columnist novelist poet playwright painter sculptor artist photographer musician pianist violinist guitarist
drummer bassist cellist conductor composer soprano tenor baritone dancer ballerina choreographer model designer architect comedian comic
entertainer filmmaker film-maker screenwriter producer presenter broadcaster anchor host rapper crooner professor lecturer academic
historian philosopher psychologist sociologist schoolboy schoolgirl freshman sophomore senior graduate apprentice trainee intern beginner
American Briton Frenchman Englishman Scotsman Irishman Dutchman patient mukhtar donor driver trucker cabbie courier shopkeeper landlord
"""
THINGS = """
newspaper paper computer tower border order charter theater theatre river monster accident agreement government settlement department
center centre matter number power water leader-board career barrier dinner danger disaster border tanker freighter carrier reactor
browser error mirror factor sector tractor corridor motor manor treatment investment parliament monument regiment tournament restaurant
plant instant elephant document event embargo rebellion tradition conflict rivalry record church firm war ban company club house building
"""
VERBS = """
has had is was will would said says told took won made scored finished joined who whose and from in at died became left lost came went
did does says added began started plays played signed reached ran beat never also then later now could can may might should faces faced
pleaded admits admitted denies denied suffered received gave got found moved returned hopes plans wants claims believes insists remains
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    used: Counter[str] = Counter()
    for row in rows(parser.parse_args().corpora):
        used.update(FOLLOWS.findall(row["text"]))
    things, people, verbs = set(THINGS.split()), set(PEOPLE.split()), set(VERBS.split())
    verbs |= {word for word, count in used.items() if word.endswith("ed") and count > 1} - things
    people |= {word for word, count in used.items() if re.search(r"(?:er|or|ist|man|woman|ian)$", word)} - things
    made = {
        "source": "Words that follow an age in half of the research corpora (python -m benchmarks.make_age_words), and general knowledge.",
        "reason": "An age is a person's when a noun for a person follows it, or a verb that a person does.",
        "people": sorted(people),
        "things": sorted(things),
        "endings": ["ist", "man", "woman", "men", "women", "yer", "ician", "ologist"],
        "verbs": sorted(verbs),
    }
    DATA.write_text(json.dumps(made, indent=1) + "\n")
    print(len(people), "nouns,", len(verbs), "verbs")


if __name__ == "__main__":
    main()
