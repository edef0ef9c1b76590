"""Seeded statements about numbers, right and wrong, in the wordings of news copy.

Every kind of statement has templates; those in ``HELD_OUT`` were written last, and the patterns were not
adjusted to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

KINDS = (
    "percent change", "multiple", "points", "total", "remainder", "percentages", "list", "share", "fraction",
    "rate", "conversion", "exchange", "score", "vote", "toll", "scale",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """One invented statement. ``text`` is Markdown with front matter where it needs a headline."""

    kind: str
    text: str
    right: bool
    held_out: bool


Values = dict[str, str]
TEMPLATES: dict[str, list[str]] = {}
HELD_OUT: dict[str, list[str]] = {}

TEMPLATES["percent change"] = [
    "{Thing} rose from {a} to {b}, a {p} increase.",
    "{Thing} {rose} {p} to {b} from {a}.",
    "{Thing} {rose} by {p} to {b}, from {a} a year earlier.",
    "{Thing} {rose} {p}, from {a} to {b}, the company said.",
    "{Thing} {rose} to {b} from {a} last year, {up} {p}.",
    "{Thing} was {b} in 2004, {up} {p} from {a} in 2003.",
    "{Thing} came to {b}, a {p} {rise} on the previous year's {a}.",
    "{Thing} {rose} to {b}, compared with {a} in 2003, a {rise} of {p}.",
    "A {p} {rise} in {thing} took the figure from {a} to {b}.",
    "From {a} in 2002, {thing} {rose} {p} to {b} in 2003.",
    "The group said {thing} had {risen} {p} to {b} from {a}.",
    "The company reported a {p} {rise} in {thing} to {b}, compared with {a} in 2003.",
    "{Thing} {rose} from {a} in 2002 to {b} in 2003 - a {rise} of {p}.",
    "{Thing} {rose} from {a} to {b} ({up} {p}).",
    "{Thing} {rose} an estimated {p} to {b} from {a}.",
    "Figures released on Tuesday showed that {thing} {rose} {p} to {b} in March from {a} a year before.",
    "{Thing} of {b} was {up} {p} from {a} in the same period of 2003.",
    "{Thing}, which stood at {a} a year ago, {rose} {p} to {b}.",
    "{Thing} {rose} {p} in the first quarter to {b} from {a}, and analysts had expected less.",
    "{Thing} now stands at {b}, {p} {higher} than the {a} recorded in 2003.",
    "{Thing} {rose} from about {a} to nearly {b}, {up} {p}.",
    "{Thing} went from {a} in May to {b} in June, which is a {p} {rise}.",
    "At {b}, {thing} is {up} {p} on last year's {a}.",
    "The {rise} in {thing}, from {a} to {b}, amounts to {p}.",
    "{Thing} {rose} {p} year-on-year to reach {b} against {a}.",
    "The firm posted {thing} of {b}, {up} from {a} a year earlier, a {rise} of {p}.",
    "After {rising} {p} from {a}, {thing} hit {b}.",
    "{Thing}, {up} {p} in a year, reached {b}; it had been {a}.",
    "Last year's {a} in {thing} became {b} this year, {up} {p}.",
    "{Thing} {rose} from {a} to {b}, or by {p}.",
    "{Thing} {rose} to {b} in 2004 (from {a} in 2003), a {p} {rise}.",
    "{Thing} for the year: {b}, {up} {p} from {a}.",
    "There was a {p} {rise} in {thing}, from {a} to {b}.",
    "{Thing} totalled {b}, which is {p} {higher} than last year's {a}.",
    "Having {risen} {p} from {a}, {thing} stood at {b} in May.",
    "In the year to March {thing} {rose} {p}, from {a} to {b}.",
    "{Thing} is {up} {p} this year, to {b} from {a}.",
    "The council says {thing} {rose} from {a} to {b} last year: a {rise} of {p}.",
    "Official figures put {thing} at {b}, {p} {higher} than the {a} of a year ago.",
    "That is {up} {p} from {a}, leaving {thing} at {b}.",
    "{Thing}: {up} to {b} from {a}, or {p}.",
    "The latest {rise}, of {p}, took {thing} from {a} to {b}.",
    "{Thing} has {risen} by {p} since 2001, when it was {a}, to {b}.",
]
TEMPLATES["percent change"] += [
    "{Thing} came to {b} last month. The {rise} of {p} was put down to the weather.\n\nA year earlier the figure had been {a}.",
    "{Thing} had stood at {a} when she took over. They now stand at {b}.\n\nNobody had foreseen a {rise} of {p}, she said.",
    "{Thing}, at {b}, made the front page. It was {a} in the spring, so the {rise} is {p}.",
    "{Thing} will be {b} this year, the board said. Until now it was {a}.\n\nThe clerk called {p} a surprising {rise}.",
    "In 2001 {thing} was {a}. It is {b} today. That makes a {rise} of {p}.",
    "The town has {thing} of {b}, {p} {higher} than at the last count. There were {a} then.",
    "{Thing}: {b}. The same week last year: {a}. The {rise}: {p}.",
    "Last year {thing} was {a}. This year it {rose} by {p}, and ended at {b}.",
    "{Thing} {rose} {p}. The town counted {a} in May and {b} in June.",
    "The report gives {thing} as {b}. It gave {a} a year ago. A {rise} like that, {p}, is rare.",
    "Before the fire {thing} was {a}. Afterwards it was {b}, {p} {higher}.",
    "{Thing} has {risen} {p}, to judge by the books. They show {a} for 2003 and {b} for 2004.",
]
TEMPLATES["multiple"] = [
    "{Thing} {doubled} from {a} to {b}.",
    "{Thing} {doubled} to {b} from {a}.",
    "{Thing} {doubled} in a year, from {a} to {b}, the council said.",
    "{Thing} has {doubled} since 2001, to {b} from {a}.",
    "{Thing} stood at {b}, {double} the {a} recorded in 2003.",
    "{Thing} {doubled} to {b}, compared with {a} a year ago.",
    "The company said {thing} had {doubled} to {b} from {a} in 2003.",
    "Over the past decade {thing} has {doubled}, rising from {a} to {b}.",
    "From {a} five years ago, {thing} {doubled} to {b} last year.",
    "{Thing} reached {b} in 2004, {double} the {a} of 2003.",
    "It {doubled} {thing} to {b} from {a}.",
    "{Thing}: {b}, {double} last year's {a}.",
    "{Thing} has more or less {doubled}, going from {a} to {b}.",
    "In 2003 {thing} came to {a}; it {doubled} to {b} in 2004.",
    "The mayor said {thing} {doubled} between 2001 and 2004, from {a} to {b}.",
    "{Thing} {doubled} last year to {b}, up from {a}.",
    "{Thing} of {b} is {double} the {a} of last year.",
    "Since 1999 {thing} has {doubled}: from {a} to {b}.",
]
TEMPLATES["points"] = [
    "{Rate} now stands at {b}. It had been {a} since May. A {rise} of {q} points was widely foreseen.",
    "After a {rise} of {q} percentage points the rate is {b}. It was {a} until Monday.",
    "{Rate}: {b}. Last spring: {a}. That is {q} percentage points {higher}.",
    "{Rate} had stood at {a} for a year. The bank voted for a {rise} of {bps} basis points, so it will be {b}.",
    "In 2003 the rate was {a}. It is {b} today, {q} points {higher}.",
    "{Rate} {rose} from {a} to {b}, a {rise} of {q} percentage points.",
    "{Rate} {rose} by {q} percentage points, from {a} to {b}.",
    "{Rate} {rose} {q} percentage points to {b} from {a}.",
    "{Rate} was {b}, {up} {q} percentage points from {a}.",
    "The bank {raised} its rate by {bps} basis points, to {b} from {a}.",
    "{Rate} {rose} {bps} basis points to {b} from {a}.",
    "{Rate} {rose} from {a} to {b}, {up} {q} points.",
    "A {rise} of {bps} basis points took the rate from {a} to {b}.",
    "{Rate} {rose} from {a} in January to {b} in June, or {q} percentage points.",
    "{Rate} {rose} from {a} to {b}, which is {q} percentage points.",
    "{Rate}, at {b}, was {up} {q} percentage points from {a} in May.",
    "The central bank {raised} rates by {bps} basis points from {a} to {b}.",
    "{Rate} {rose} to {b} from {a} in March, {q} percentage points.",
    "It {rose} by {q} percentage points, going from {a} to {b}.",
    "The rate {rose} from {a} to {b}, a change of {bps} basis points.",
]
TEMPLATES["total"] = [
    "{T} people, {x} men and {y} women, were arrested.",
    "{T} people - {x} men and {y} women - were taken to hospital.",
    "{T} people ({x} adults and {y} children) were rescued from the boat.",
    "Police said {x} men and {y} women were held, {t} people in all.",
    "The crash killed {x} people and injured {y}, a total of {t} casualties.",
    "The team won {x} gold, {y} silver and {z} bronze medals, {u} in total.",
    "The team won {u} medals: {x} gold, {y} silver and {z} bronze.",
    "The motion had {x} votes in favour, {y} against and {z} abstentions, for a total of {u} votes.",
    "The council will spend ${x} million on roads and ${y} million on schools, a total of ${t} million.",
    "The budget of £{u}m is made up of £{x}m for roads, £{y}m for schools and £{z}m for parks.",
    "The plant has {t} workers: {x} in the press shop and {y} in the paint shop.",
    "With {x} seats for the party and {y} for its ally, the coalition has a total of {t} seats.",
    "There were {x} deaths and {y} injuries, bringing the total to {t}.",
    "The class of {t} is made up of {x} girls and {y} boys.",
    "{x} men and {y} women were on board, making a total of {t} people.",
    "Of the {t} passengers, {over} were children.",
    "The {t} passengers, including {over} children, were unhurt.",
    "A total of {t} people, {x} men and {y} women, appeared in court.",
    "{X} men and {y} women were charged, {t} people altogether.",
    "The fund raised {u} mln dlrs: {x} mln dlrs in Leeds, {y} mln dlrs in Hull and {z} mln dlrs in York.",
    "The expedition consists of {t} climbers, {x} women and {y} men.",
    "{X} boys and {y} girls took part, for a total of {t} pupils.",
    "In all, {t} people were hurt: {x} men and {y} women.",
    "The {t} people on board - {x} adults and {y} children - are safe.",
    "{X} gold and {y} silver medals made a total of {t}.",
    "Police arrested {x} men and {y} women, a total of {t} people.",
    "The crew of {t}, {x} men and {y} women, landed on Monday.",
    "Donations came to £{t}m: £{x}m from firms and £{y}m from members.",
    "{X} people died and {y} were hurt - {t} casualties in total.",
    "The {t} victims were {x} men and {y} women.",
    "Among the {t} people taken to hospital, {x} were men and {y} were women, police said.",
    "The party won {x} seats in the north and {y} in the south, {t} in all.",
    "{X} men, {y} women and {z} children were rescued, {u} people in total.",
    "A group of {t} pupils, {x} girls and {y} boys, sang.",
    "The council will spend £{t}m: £{x}m on roads and £{y}m on parks.",
]
TEMPLATES["remainder"] = [
    "Of the {t} workers, {x} were laid off, leaving {y}.",
    "The club had {t} members but {x} resigned, leaving {y}.",
    "The firm closed {x} of its {t} shops, leaving {y}.",
    "It had ${t} million and spent ${x} million, leaving ${y} million.",
    "Out of {t} applicants {x} were turned away, which left {y}.",
    "The party lost {x} of its {t} seats and is left with {y}.",
    "The team of {t} lost {x} players, leaving {y}.",
    "Of its {t} ships, {x} have been sold, leaving {y}.",
    "{X} of the {t} pupils left early, leaving {y}.",
]
TEMPLATES["percentages"] = [
    "The poll found {p1}% in favour, {p2}% opposed and {p3}% undecided.",
    "In the poll {p1} percent backed the plan, {p2} percent opposed it and {p3} percent had no opinion.",
    "The firm is owned {p1} pct by Aldane, {p2} pct by Borrow Corp and {p3} pct by the state.",
    "{p1}% said yes, {p2}% said no and {p3}% did not know.",
    "Aldane owns {p1}% of the venture, Borrow holds {p2}% and the remaining {p3}% is held by the state.",
    "{p1}% of voters approved, {p2}% disapproved and {p3}% were unsure.",
    "It is {p1} per cent owned by Aldane, with {p2} per cent held by Borrow and {p3} per cent by staff.",
    "Of those asked, {p1}% agreed, {p2}% disagreed and {p3}% had no view.",
    "Some {p1} percent were for it, {p2} percent were against it and the rest, {p3} percent, were undecided.",
    "{p1}% were in favour, {p2}% were against and {p3}% did not know, the poll found.",
    "The survey said {p1} percent would vote yes, {p2} percent would vote no and {p3} percent were undecided.",
]
TEMPLATES["list"] = [
    "The council named {n} {people}: {names}.",
    "The court heard from {n} witnesses - {names}.",
    "The talks will be held in {n} cities: {cities}.",
    "Police arrested {n} men, named as {names}.",
    "{N} countries - {cities} - signed the treaty.",
    "There are {n} candidates: {names}.",
    "The tour takes in {n} cities: {cities}.",
    "The jury chose {n} finalists: {names}.",
    "The {n} men, identified as {names}, were held overnight.",
    "It has offices in {n} cities ({cities}).",
    "Only {n} {people} were chosen: {names}.",
    "The winners come from {n} cities: {cities}.",
    "{N} people were killed: {names}.",
]
TEMPLATES["share"] = [
    "{x} of the {w} members, {s}, voted against.",
    "{x} of {w} members ({s}) voted against.",
    "{x} of the {w} staff, or {s}, will lose their jobs.",
    "{x} out of {w} schools, {s}, failed the test.",
    "{s} of the {w} jobs, or {x}, will go.",
    "Some {x}, or {s}, of the {w} jobs will go.",
    "{x} of its {w} branches - {s} - will close.",
    "{x} of the {w} councillors, {s} of the total, were absent.",
    "The party won {x} of the {w} seats, or {s}.",
    "The party holds {x} of {w} seats, about {s}.",
    "{s} of its {w} employees ({x}) took part.",
    "The fire destroyed {x} of the {w} houses, {s} of them.",
    "{x} of the {w} pupils who sat the test, {s}, passed.",
    "Of the {w} homes, {x} ({s}) have no water.",
    "Just {x} of the {w} candidates, {s}, are women.",
    "The firm cut {x} jobs, {s} of its workforce of {w}.",
    "{x} of the {w} samples tested positive, or {s}.",
    "The team has won {x} of its {w} matches, {s} of them.",
    "{s} of the {w} seats - {x} - went to women.",
    "Women hold {x} of the {w} posts, or {s}.",
    "Only {x} of {w} applicants were successful - {s}.",
    "In all, {x} of {w} pupils, or {s}, were absent.",
    "So far {x} of the {w} bridges have been mended, {s} of the total.",
    "That means {x} of the {w} trains, {s}, ran late.",
    "Of {w} people who were asked, {x}, or {s}, said yes.",
]
TEMPLATES["fraction"] = [
    "{f} ({s}) of those polled said yes.",
    "{f}, or {s}, of the voters stayed at home.",
    "{f} of the voters ({s}) stayed at home.",
    "About {f1}, or {s}, said they would move.",
    "{f} of respondents, {s}, had never heard of it.",
    "{f} of the homes, or {s}, have no heating.",
    "{f} of the shops - {s} - stayed shut.",
    "Some {s} of the staff, {f}, are part-time.",
    "The poll found that {f} of voters, or {s}, had not decided.",
    "{f} - or {s} - of the trees have died.",
]
TEMPLATES["rate"] = [
    "The grant is {total} over {years} years, {rate} a year.",
    "The city will pay {total} over {years} years, or {rate} a year.",
    "The deal is worth {rate} a year for {years} years, a total of {total}.",
    "The contract pays {rate} per year over {years} years, {total} in all.",
    "The company sold {n} shares at {each} each, for a total of {sum}.",
    "The company bought {n} shares at {each} per share, or {sum}.",
    "Each of the {n} workers will get {each}, a total of {sum}.",
    "{n} families will receive {each} each, costing {sum}.",
    "The {sum} will be divided equally among {n} families, {each} each.",
    "The rent is {month} a month, or {year} a year.",
    "He was paid {month} a month ({year} a year).",
    "Members gave {sum}, shared between {n} charities, or {each} each.",
    "Over {years} years the deal is worth {total}, or {rate} a year.",
    "It sold {n} tickets at {each} apiece, raising {sum}.",
    "The {n} winners get {each} each - {sum} in total.",
    "The programme costs {rate} a year and {total} over {years} years.",
    "The {n} members paid {each} each, or {sum} in all.",
    "The {years}-year contract is worth {total}, or {rate} a year.",
    "It bought {n} machines for {each} each, spending {sum}.",
    "Fans paid {sum} for {n} seats, or {each} a seat.",
    "The firm will pay {total} over the next {years} years, which works out at {rate} a year.",
    "The council paid {each} each for {n} bins, or {sum} in total.",
    "Some {n} people paid {each} each, a total of {sum}.",
    "The loan costs {month} every month, {year} a year.",
]
TEMPLATES["conversion"] = [
    "The road is {m1} ({m2}) long.",
    "The site lies {m1} ({m2}) from the city.",
    "The field measures {m1}, or {m2}.",
    "The lorry carried {m1} ({m2}) of sand.",
    "They walked {m1} - {m2} - in the snow.",
    "It was {m1} or {m2} by noon.",
    "About {m1} ({m2}) was lost.",
    "It covers {m1} (about {m2}).",
    "Some {m1}, or roughly {m2}, remain.",
    "The lake is {m1} across, or {m2}.",
    "The parcel weighs {m1}/{m2}.",
    "It is {m1} (just under {m2}) from here.",
    "It measured {m1} ({m2}), the club said.",
    "They found {m1} [{m2}] of it.",
    "It stood at {m1}, equal to {m2}.",
]
TEMPLATES["exchange"] = [
    "The film took {d1} ({e1}) in its first week.\n\nIts rival took {d2} ({e2}).",
    "The bank lost {d1} ({e1}) in March.\n\nIt had set aside {d2} ({e2}) for such losses.",
    "The firm paid {d1} ({e1}) for the land and {d2} ({e2}) for the house.",
    "Profit was {d1} ({e1}).\n\nSales came to {d2}, or {e2}, it said.",
    "The house cost {d1}, or {e1}.\n\nThe garden cost {d2} ({e2}).",
    "He won {d1} (about {e1}) on Monday and {d2} (about {e2}) on Tuesday.",
]
TEMPLATES["score"] = [
    "{A} beat {B} {h}-{l} on Saturday.",
    "{A} won {h}-{l} at {B}.",
    "{A} defeated {B} {h}-{l}.",
    "{A} recorded a {h}-{l} victory over {B}.",
    "{A} thrashed {B} {h}-{l} in the cup.",
    "A {h}-{l} win over {B} put {A} top.",
    "{A} ran out {h}-{l} winners against {B}.",
    "{A} and {B} drew {d}.",
    "The match ended in a {d} draw.",
    "{F} beat {G} {sets} in the final.",
    "{F} won {sets} against {G}.",
    "{A} overcame {B} {h}-{l} to reach the final.",
    "{A} were held to a {d} draw by {B}.",
    "{A} edged {B} {h}-{l} in a tight match.",
    "{A} won the match against {B} {h}-{l}.",
    "{A} took a {h}-{l} win away at {B}.",
    "{B} were beaten {h}-{l} by {A}, who won {h}-{l} last year too.",
    "{A} and {B} played out a {d} draw.",
    "{F} knocked out {G} {sets}.",
    "{A} beat visitors {B} {h}-{l} to go top.",
    "It finished {d}, a draw that suited {A}.",
    "{A} claimed a {h}-{l} victory at {B}.",
    "{A} saw off {B} {h}-{l} in the rain.",
]
TEMPLATES["vote"] = [
    "The council voted {h}-{l} to approve the plan.",
    "The bill passed by {h} votes to {l}.",
    "The Senate approved the bill {h}-{l}.",
    "Members backed the deal by {h} to {l}.",
    "The plan was adopted with {h} votes in favour and {l} against.",
    "The motion was carried by {h} votes to {l}, a majority of {m}.",
    "The board voted {h} to {l} in favour of the merger.",
    "The measure was approved by a vote of {h} to {l}.",
    "The motion was rejected, with {l} in favour and {h} against.",
    "Lawmakers passed the budget {h}-{l} on Thursday.",
    "By {h} votes to {l}, the assembly endorsed the treaty.",
    "The committee cleared the bill on a {h}-{l} vote.",
    "The house voted {h}-{l} in favour of the ban.",
    "The union accepted the offer by {h} votes to {l}.",
    "With {h} for and {l} against, the motion passed.",
    "The plan won approval by {h} votes to {l}.",
    "The motion passed with {h} votes to {l}.",
    "The parliament approved the law by {h} votes against {l}.",
    "Council members voted {h}-{l} on Monday night to adopt the budget.",
]
TEMPLATES["toll"] = [
    '---\nheadline: "Fire kills {n} in {City} hotel"\n---\n\nA fire killed {m} people in a hotel in {City} on Sunday.',
    '---\nheadline: "{n} dead in {City} hotel fire"\n---\n\nA fire in a hotel in {City} left {m} people dead on Sunday.',
    "A bomb killed {n} people at a market in {City} on Monday, police said.\n\nThe {m} people killed by the bomb were shoppers.",
    "A train crash near {City} killed {n} people, officials said.\n\nThe death toll of {m} makes the crash one to remember.",
    "A storm injured {n} people in {City} on Friday.\n\nThe {m} people injured in the storm in {City} were taken to hospital.",
    "Police arrested {n} people at a protest in {City}.\n\nThe {m} people arrested at the protest were held overnight.",
    '---\nheadline: "{City} museum to get £{n}m extension"\n---\n\nThe museum in {City} is to get an extension that will cost £{m}m.',
    '---\nheadline: "{City} factory to cut {n} jobs"\n---\n\nA factory in {City} is to cut {m} jobs, its owner said.',
    '---\nheadline: "{n} hurt as bus overturns in {City}"\n---\n\nA bus overturned in {City} on Tuesday and {m} people were hurt.',
    '---\nheadline: "Council backs £{n}m {City} bridge"\n---\n\nThe council has backed plans for a £{m}m bridge in {City}.',
    '---\nheadline: "{n} killed as train derails near {City}"\n---\n\nA train derailed near {City} on Tuesday, killing {m} people.',
    '---\nheadline: "{City} firm to hire {n} workers"\n---\n\nA firm in {City} is to hire {m} workers this summer.',
    "Gunmen killed {n} soldiers near {City} on Monday, the army said.\n\nAll {m} soldiers killed near {City} were in one lorry.",
    '---\nheadline: "Bridge collapse in {City} kills {n}"\n---\n\nA bridge collapsed in {City} on Friday and killed {m} people.',
    '---\nheadline: "{City} arrests {n} after riot"\n---\n\nPolice in {City} arrested {m} people after a riot on Sunday.',
]
TEMPLATES["scale"] = [
    "The airport terminal in {City} will cost ${v} billion to build, the mayor said.\n\nCritics of the terminal say that the ${v} {scale} cost to build it in {City} is too high.",
    '---\nheadline: "{City} approves ${v} billion airport"\n---\n\nThe city of {City} approved the ${v} {scale} airport on Monday.',
    "{City} Bank agreed to buy Aldane Trust for £{v}bn in cash.\n\nThe bank will pay the £{v}{short} for Aldane Trust in cash in June.",
    "Aldane Corp reported a net loss of {v} billion dlrs for the quarter.\n\nThe net loss of {v} {scale} dlrs at Aldane Corp for the quarter was blamed on oil.",
    '---\nheadline: "{City} Water to pay £{v}bn fine"\n---\n\n{City} Water is to pay a fine of £{v}{short}, the regulator said.',
    "The tunnel under {City} cost {v} billion euros.\n\nThe {v} {scale} euros that the tunnel under {City} cost came from the state.",
    "{City} Steel said it would cut costs by £{v}bn.\n\nThe £{v}{short} in costs that {City} Steel would cut are mostly wages.",
]


HELD_OUT["percent change"] = [
    "{Thing} {rose} by {p}, reaching {b} against {a} the year before.",
    "Compared with {a} a year ago, {thing} of {b} is {up} {p}.",
    "The figures, {up} from {a} to {b}, show that {thing} {rose} {p}.",
    "{Thing}, previously {a}, {rose} {p} to {b}.",
    "It reported {thing} of {b}, a {rise} of {p} from {a}.",
    "{Thing} {rose} in April to {b}, which was {p} {higher} than March's {a}.",
]
HELD_OUT["multiple"] = [
    "{Thing}, at {b}, has {doubled} from {a}.",
    "The firm saw {thing} {double} from {a} to {b}.",
]
HELD_OUT["points"] = [
    "{Rate} stood at {b}, {q} percentage points {higher} than the {a} of May.",
    "From {a}, the rate {rose} {bps} basis points to {b}.",
]
HELD_OUT["total"] = [
    "They won {x} gold medals and {y} silver, {t} in total.",
    "Of the {t} dead, {over} were children.",
    "The {t}-member team has {x} women and {y} men.",
    "{T} people were arrested: {x} men and {y} women.",
]
HELD_OUT["remainder"] = ["It built {t} homes and sold {x}, leaving {y} empty."]
HELD_OUT["percentages"] = ["The vote split {p1}% for, {p2}% against, with {p3}% undecided."]
HELD_OUT["list"] = [
    "{N} {people} won prizes: {names}.",
    "They played in {n} cities - {cities}.",
]
HELD_OUT["share"] = [
    "{x} out of the {w} members, or {s}, had left.",
    "{s} ({x}) of the {w} beds are empty.",
    "Out of {w} letters, {x} ({s}) were lost.",
]
HELD_OUT["fraction"] = ["{f} of the money ({s}) has gone."]
HELD_OUT["rate"] = [
    "They paid {sum} for {n} tickets at {each} each.",
    "A salary of {month} a month, or {year} a year, was offered.",
    "With {n} guests paying {each} each, it took {sum}.",
]
HELD_OUT["conversion"] = ["A {m1} ({m2}) stretch was closed.", "It is more than {m1}, or {m2}, in all."]
HELD_OUT["exchange"] = ["It raised {d1} ({e1}), of which {d2} ({e2}) has been spent."]
HELD_OUT["score"] = [
    "{A} dispatched {B} {h}-{l}.",
    "A late goal gave {A} a {h}-{l} win.",
    "{A}'s match with {B} was drawn {d}.",
]
HELD_OUT["vote"] = ["The committee backed the proposal by {h}-{l}.", "MPs voted by {h} to {l} for the bill."]
HELD_OUT["toll"] = [
    '---\nheadline: "{n} arrested in {City} drugs raid"\n---\n\nPolice arrested {m} people in a drugs raid in {City}.',
]
HELD_OUT["scale"] = [
    '---\nheadline: "{City} to spend ${v} billion on trams"\n---\n\n{City} will spend ${v} {scale} on trams, the mayor said.'
]

_THINGS = (
    "profits",
    "sales",
    "revenue",
    "turnover",
    "the company's exports",
    "net income",
    "spending on roads",
    "output",
)
_COUNTED = ("the number of members", "the number of visitors", "attendance", "the number of complaints", "membership")
_RATES = ("unemployment", "turnout", "the inflation rate", "the base rate", "the party's share of the vote")
_PEOPLE = (
    "Anna Roe", "Ben Hale", "Carla Dunmore", "David Okoro", "Eva Lindqvist", "Femi Adeyemi", "Gita Rao", "Hugh Tarrant",
    "Ines Moraes", "Jack Wynn",
)  # fmt: skip
_CITIES = ("Leeds", "Hull", "York", "Derby", "Lima", "Oslo", "Cairo", "Quito", "Turin", "Lyon")
_TEAMS = ("Hull", "Leeds", "Barrow Town", "Kendal", "Derby County", "Westport", "Port Allen")
_UP = (("rose", "risen", "rise", "up", "higher", "rising"), ("increased", "increased", "increase", "up", "higher", "increasing"),
       ("grew", "grown", "rise", "up", "higher", "growing"), ("climbed", "climbed", "rise", "up", "higher", "climbing"),
       ("jumped", "jumped", "jump", "up", "higher", "jumping"))  # fmt: skip
_DOWN = (("fell", "fallen", "fall", "down", "lower", "falling"), ("dropped", "dropped", "drop", "down", "lower", "dropping"),
         ("declined", "declined", "decline", "down", "lower", "declining"), ("slumped", "slumped", "decrease", "down", "lower", "slumping"))  # fmt: skip
_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]


def statements(seed: int, each: int) -> Iterator[Statement]:
    """*each* right and *each* wrong statements of every template of every kind."""
    for held_out, table in ((False, TEMPLATES), (True, HELD_OUT)):
        for kind in KINDS:
            for number, template in enumerate(table[kind]):
                for right in (True, False):
                    random = Random(f"{seed}/{kind}/{held_out}/{number}/{right}")
                    for _ in range(each):
                        yield Statement(kind, filled(template, MAKERS[kind](random, right, template)), right, held_out)


def filled(template: str, values: Values) -> str:
    for name, value in list(values.items()):
        values.setdefault(name[:1].upper() + name[1:], value[:1].upper() + value[1:])
    text = template.format_map(values)
    start = text.rfind("\n---\n\n") + 6 if text.startswith("---") else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def small(number: int) -> str:
    """A number as most style books want it: up to nine in words."""
    return _WORDS[number] if number < 10 else str(number)


def _sum(random: Random, value: float, form: int) -> str:
    """*value* (in millions) as a sum of money; always with one decimal."""
    return (
        f"${value:.1f} million", f"£{value:.1f}m", f"{value:.1f} mln dlrs", f"{value:.1f}m euros", f"US${value:.1f} million",
        f"{value:.1f} million Swiss francs",
    )[form]  # fmt: skip


def _percentage(random: Random, value: float) -> str:
    text = f"{value:.1f}" if value < 10 else f"{value:.0f}"
    return text + random.choice(("%", "%", " percent", " per cent", " pct"))


def _change(random: Random, right: bool, template: str) -> Values:
    up = random.random() < 0.6
    before = random.uniform(20, 400)
    factor = random.uniform(1.08, 1.9) if up else random.uniform(0.4, 0.92)
    if random.random() < 0.6:
        form = random.randrange(6)
        a, b = round(before, 1), round(before * factor, 1)
        shown = _sum(random, a, form), _sum(random, b, form)
        thing = random.choice(_THINGS)
    else:
        a, b = round(before * 10), round(before * 10 * factor)
        shown = f"{a:,}", f"{b:,}"
        thing = random.choice(_COUNTED)
    true = abs(b / a - 1) * 100
    stated = true if right else _off(random, true, 100 * abs(b / a - 1) / (b / a), "about" in template)
    words = random.choice(_UP if b > a else _DOWN)
    if "rose from" in template or "increase" in template.replace("{", ""):
        words = random.choice(_UP)
        if b < a:
            a, b, shown = b, a, (shown[1], shown[0])
            true = (b / a - 1) * 100
            stated = true if right else _off(random, true, true / (b / a), "about" in template)
    names = ("rose", "risen", "rise", "up", "higher", "rising")
    return {"thing": thing, "a": shown[0], "b": shown[1], "p": _percentage(random, stated)} | dict(
        zip(names, words, strict=True)
    )


def _off(random: Random, true: float, other_base: float, hedged: bool) -> float:
    """A percentage that is wrong as people get it wrong: the other base, a digit, a factor of two, ten points."""
    far = 1.8 if hedged else 1.0
    ways = [
        other_base,
        true * random.choice((0.5, 2)),
        true + random.choice((-10, 10)),
        true * random.uniform(1.2, 1.6),
    ]
    ways = [w for w in ways if abs(w - true) > max(2.0, 0.12 * true) * far and w > 1 and (not hedged or w > true * 1.9)]
    return random.choice(ways) if ways else true * 3 + 9


def _multiple(random: Random, right: bool, template: str) -> Values:
    words, factor = random.choice((("doubled/twice", 2.0), ("tripled/three times", 3.0), ("more than doubled/more than twice", 2.4),
                                   ("nearly doubled/nearly twice", 1.9), ("quadrupled/four times", 4.0)))  # fmt: skip
    true = factor * random.uniform(0.97, 1.03)
    if not right:
        true = random.choice([t for t in (1.4, 1.5, 3.2, 5.0, 6.0) if not 0.7 < t / factor < 1.35])
    a = random.randint(120, 900)
    b = round(a * true)
    doubled, double = words.split("/")
    money = random.random() < 0.5
    shown = (f"£{a}m", f"£{b:,}m") if money else (f"{a:,}", f"{b:,}")
    thing = random.choice(_THINGS if money else _COUNTED)
    return {"thing": thing, "doubled": doubled, "double": double, "a": shown[0], "b": shown[1]}


def _points(random: Random, right: bool, template: str) -> Values:
    up = random.random() < 0.5
    step = random.choice((0.25, 0.5, 0.75, 1.0, 1.25)) if "bps" in template else random.randint(2, 9)
    a = random.choice((4.25, 5.0, 6.5, 7.75)) if "bps" in template else random.randint(20, 60)
    b = a + step if up else a - step
    said = step if right else step * random.choice((2, 0.5)) if "bps" in template else step + random.choice((2, 5, 10))
    form = "{:.2f}%" if "bps" in template else "{:.0f}%"
    names = ("rose", "risen", "rise", "up", "higher", "rising")
    words = dict(zip(names, random.choice(_UP[:2] if up else _DOWN[:2]), strict=True))
    rate = random.choice(_RATES)
    return {
        "rate": rate,
        "a": form.format(a),
        "b": form.format(b),
        "q": small(int(said)) if said == int(said) else f"{said}",
        "bps": f"{said * 100:.0f}",
        "raised": "raised" if up else "cut",
    } | words


def _total(random: Random, right: bool, template: str) -> Values:
    x, y, z = random.randint(2, 30), random.randint(2, 30), random.randint(2, 9)
    t, u = x + y, x + y + z
    over = random.randint(2, t - 1)
    if not right:
        off = random.choice((-2, -1, 1, 2, 3, 10))
        off = (
            off if "$" not in template and "£" not in template and "mln" not in template else random.choice((4, 6, 10))
        )
        t, u = max(2, t + off), max(3, u + off)
        over = t + random.randint(1, 12)
        if t in (x, y):
            t += 5
    if "$" in template or "£" in template or "mln" in template:
        return {k: str(v) for k, v in {"x": x, "y": y, "z": z, "t": t, "u": u}.items()}
    return {k: small(v) for k, v in {"x": x, "y": y, "z": z, "t": t, "u": u, "over": over}.items()}


def _remainder(random: Random, right: bool, template: str) -> Values:
    t = random.randint(21, 90)
    x = random.randint(3, t - 3)
    y = t - x if right else max(1, t - x + random.choice((3, 4, 10) if "$" in template else (-2, -1, 1, 10)))
    if not right and y == t - x:
        y += 3
    return {"t": str(t), "x": str(x) if "$" in template else small(x), "y": str(y) if "$" in template else small(y)}


def _percentages(random: Random, right: bool, template: str) -> Values:
    p1, p2 = random.randint(30, 50), random.randint(20, 40)
    p3 = 100 - p1 - p2 + (0 if right else random.choice((3, 5, 10)))
    return {"p1": str(p1), "p2": str(p2), "p3": str(p3)}


def _joined(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]


def _list(random: Random, right: bool, template: str) -> Values:
    n = random.randint(2, 6)
    m = n if right else max(2, n + random.choice((-1, 1)))
    if not right and m == n:
        m += 1
    return {
        "n": small(n), "people": random.choice(("people", "winners", "new members")),
        "names": _joined(random.sample(_PEOPLE, m)), "cities": _joined(random.sample(_CITIES, m)),
    }  # fmt: skip


_FRACTIONS = (("half", 1 / 2), ("a third", 1 / 3), ("a quarter", 1 / 4), ("two-thirds", 2 / 3), ("three-quarters", 3 / 4),
              ("a fifth", 1 / 5), ("one in five", 1 / 5), ("one in three", 1 / 3))  # fmt: skip


def _share(random: Random, right: bool, template: str) -> Values:
    w = random.randint(24, 800)
    if random.random() < 0.5:
        words, value = random.choice(_FRACTIONS[:6])
        true = value if right else random.choice([v for _, v in _FRACTIONS if abs(v - value) > 0.1])
        x = round(true * w)
        if not right or abs(x / w - value) < 0.02:
            return {"w": str(w), "x": small(x), "s": words}
    x = random.randint(max(2, w // 10), w * 9 // 10)
    p = x / w * 100
    stated = p if right else p + random.choice([d for d in (-20, -10, -7, 7, 10, 20) if 2 < p + d < 99])
    return {"w": str(w), "x": small(x), "s": f"{stated:.0f}" + random.choice(("%", " percent", " per cent"))}


def _fraction(random: Random, right: bool, template: str) -> Values:
    words, value = random.choice(_FRACTIONS)
    p = value * 100 + (random.uniform(-0.6, 0.6) if right else random.choice((-9, 9, 15)))
    return {"f": words, "f1": words, "s": f"{p:.0f}" + random.choice(("%", " percent", " per cent"))}


def _rate(random: Random, right: bool, template: str) -> Values:
    years, rate = random.randint(2, 9), random.randint(2, 40)
    n, each = random.randint(12, 400), random.randint(3, 90) * 5
    month = random.randint(30, 400) * 5
    off = 1.0 if right else random.choice((0.5, 1.3, 2.0, 1.5))
    sign = random.choice("$£")
    total = round(years * rate * off, 1)
    year, whole = round(month * 12 * off), round(n * each * off)
    return {
        "years": small(years), "rate": f"{sign}{rate} million", "total": f"{sign}{total:g} million",
        "n": f"{n}", "each": f"{sign}{each}", "sum": f"{sign}{whole:,}", "month": f"{sign}{month:,}", "year": f"{sign}{year:,}",
    }  # fmt: skip


_UNITS = (("miles", "km", 1.609344), ("km", "miles", 0.621371), ("feet", "metres", 0.3048), ("metres", "feet", 3.28084),
          ("acres", "hectares", 0.404686), ("hectares", "acres", 2.47105), ("kg", "pounds", 2.20462), ("pounds", "kg", 0.453592),
          ("gallons", "litres", 3.78541), ("mph", "km/h", 1.609344), ("tonnes", "tons", 1.10231), ("knots", "mph", 1.15078),
          ("inches", "cm", 2.54), ("square miles", "square km", 2.58999), ("yards", "metres", 0.9144))  # fmt: skip


def _conversion(random: Random, right: bool, template: str) -> Values:
    if "by noon" in template or random.random() < 0.1:
        c = random.randint(-5, 38) if "by noon" not in template else random.randint(5, 38)
        c = abs(c)
        f = c * 1.8 + 32 + (0 if right else random.choice((-15, 9, 20)))
        return {"m1": f"{c}C", "m2": f"{f:.0f}F"}
    one, other, factor = random.choice(_UNITS)
    a = random.choice((random.randint(12, 99), random.randint(10, 99) * 10, random.randint(10, 99) * 100))
    b = a * factor * (1.0 if right else random.choice((0.5, 0.62, 1.609, 2.0, 10.0)))
    shown = f"{b:,.0f}" if b >= 10 else f"{b:.1f}"
    return {"m1": f"{a:,} {one}", "m2": f"{shown} {other}"}


def _exchange(random: Random, right: bool, template: str) -> Values:
    rate = random.uniform(0.5, 0.8)
    d1, d2 = random.uniform(2, 90), random.uniform(2, 90)
    off = 1.0 if right else random.choice((0.1, 10, 1.4, 0.6))
    return {
        "d1": f"${d1:.1f}m", "d2": f"${d2:.1f}m", "e1": f"£{d1 * rate:.1f}m", "e2": f"£{d2 * rate * off:.1f}m",
    }  # fmt: skip


def _score(random: Random, right: bool, template: str) -> Values:
    low = random.randint(0, 3)
    high = low + random.randint(1, 4)
    level = f"{low}-{low}" if right else f"{high}-{low}"
    won = [random.choice(("6-4", "6-3", "7-5", "6-2", "7-6"))] * 2
    lost = "4-6"
    sets = random.sample([*won, lost], 3) if right else [won[0], lost, lost]
    if sets[-1] == lost and right:
        sets = [won[0], lost, won[1]]
    a, b = random.sample(_TEAMS, 2)
    f, g = random.sample(_PEOPLE, 2)
    if not right:
        low, high = high, low
    return {"h": str(high), "l": str(low), "d": level, "sets": " ".join(sets), "A": a, "B": b, "F": f, "G": g}


def _vote(random: Random, right: bool, template: str) -> Values:
    low = random.randint(2, 140)
    high = low + random.randint(1, 90)
    margin = high - low
    if not right:
        if "{m}" in template and random.random() < 0.5:
            margin += random.choice((-1, 2, 10))
            margin = margin if margin > 1 else 14
        else:
            low, high = high, low
    return {"h": str(high), "l": str(low), "m": str(margin)}


def _toll(random: Random, right: bool, template: str) -> Values:
    n = random.randint(11, 89)
    m = n if right else random.choice([v for v in (n + 9, n + 1, int(str(n)[::-1])) if v != n and v > 1])
    return {"n": str(n), "m": str(m), "City": random.choice(_CITIES)}


def _scale(random: Random, right: bool, template: str) -> Values:
    v = f"{random.randint(11, 99) / 10:.1f}" if random.random() < 0.5 else f"{random.randint(101, 999) / 100:.2f}"
    if v.endswith(".0"):
        v = v[:-1] + "5"
    scale, short = ("billion", "bn") if right else ("million", "m")
    return {"v": v.rstrip("0") if "." in v else v, "scale": scale, "short": short, "City": random.choice(_CITIES)}


MAKERS: dict[str, Callable[[Random, bool, str], Values]] = {
    "percent change": _change, "multiple": _multiple, "points": _points, "total": _total, "remainder": _remainder,
    "percentages": _percentages, "list": _list, "share": _share, "fraction": _fraction, "rate": _rate,
    "conversion": _conversion, "exchange": _exchange, "score": _score, "vote": _vote, "toll": _toll, "scale": _scale,
}  # fmt: skip
