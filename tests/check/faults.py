"""Faults seeded into the shipped banks, one at a time: written before the rules that must catch them.

Each is one small mistake in a bank that is sound without it. The finding is wanted on the line that ``at`` begins.
The faults of ``needs-article`` are for where only the seal is there; with the article they are none of that rule.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FAULTS", "Fault", "line_of", "put"]


@dataclass(frozen=True)
class Fault:
    """``old`` stands once in the bank and becomes ``new``; where it is empty, ``new`` goes to the bank's end.

    ``at`` begins exactly one line of the faulty bank (it may reach into the next one, where two lines are the same).
    """

    name: str
    bank: str
    old: str
    new: str
    rule: str
    at: str
    article: bool = False  # the article itself must be there; else the seal is enough
    sealed: str = ""  # the rule that catches it, on the same line, where only the seal is there


def put(fault: Fault, text: str) -> str:
    """The bank's text with the fault in it."""
    if not fault.old:
        return text + fault.new
    count = text.count(fault.old)
    assert count == 1, f"{fault.name}: the old text stands {count} times"
    return text.replace(fault.old, fault.new)


def line_of(fault: Fault, faulty: str) -> int:
    """The line, from 1, of the faulty bank on which the finding is wanted."""
    text, at = f"\n{faulty}", f"\n{fault.at}"
    count = text.count(at)
    assert count == 1, f"{fault.name}: {count} lines begin with {fault.at!r}"
    return text[: text.index(at) + 1].count("\n")


_TRUE_STATEMENTS = """
## According to the article, the sanctions stand in the way of better relations with Moscow. {#in-the-way}
= true
> not let any progress happen
> owing to the sanctions

## As the author sees it, Tokyo may soon pay more for its army. {#dearer-army}
= true
> consider raising its defence spending

## Several makers of cars have stopped their deliveries to Russia. {#cars}
= true
> carmakers have halted their exports

## The author doubts that the quarrel over the islands will end in Tokyo's favour. {#doubt}
= true
> islands to Japan seems implausible

## Some firms own a part of a project that bears the name of Sakhalin. {#sakhalin}
= true
> shares in the Sakhalin-2

## Tokyo wonders how Beijing will act after this war. {#beijing}
= true
> Russia's actions will have on China's behaviour

## A journey to New Delhi may follow, the author believes. {#new-delhi}
= true
> likely to visit India

## A share of the fuel that Japan burns reaches it straight from its northern neighbour. {#fuel}
= true
> supplied by Russia
"""
"""Eight statements, all true; the bank itself has one more."""

_ALWAYS_FIRST = """# Money and goods {#money-and-goods}

## Why does Japan keep its weapons at home, according to the article? {#weapons}
- [x] Its constitution is pacifist
  > due to its pacifist constitution
- [ ] Its factories are too small
- [ ] Its ships are too slow for such trade
- [ ] Its neighbours forbid it

## Which rule stands against the sale of Japanese rifles abroad? {#rifles}
- [x] a ban on exports
  > arms export ban
- [ ] a tax on all metals
- [ ] a law against noise
- [ ] a treaty with its neighbours

## How did Tokyo long feel about people who flee from a war? {#feeling}
- [x] reluctant to take them in
  > unwilling to accept refugees
- [ ] eager to teach them a trade
- [ ] ready to pay their journey
- [ ] glad to give them land

## What has changed in 2022 for families who flee from Kyiv? {#families}
- [x] Japan lets them in
  > accept refugees from Ukraine
- [ ] Japan pays for their flights
- [ ] Japan finds them a school
- [ ] Japan sends them to Moscow

## What covers the chest of a soldier in Kyiv, thanks to Tokyo? {#chest}
- [x] a bulletproof jacket
  > sending bulletproof vests
- [ ] a coat of plain leather
- [ ] a shirt of iron rings
- [ ] a blanket of wool

## What kind of peace among states does Tokyo wish to keep? {#peace}
- [x] one that rests on rules
  > uphold the rules-based international order
- [ ] one that rests on fleets
- [ ] one that rests on a single empire
- [ ] one that rests on trade

## By which means should the quarrel with Moscow end, in Kishida's view? {#means}
- [x] by talks of diplomats
  > need for diplomatic efforts
- [ ] by a blockade of all ports
- [ ] by a vote in Asia
- [ ] by a duel at sea

## What did Kishida affirm on the telephone? {#telephone}
- [x] Kyiv's right to rule its own land
  > support for Ukrainian sovereignty
- [ ] Warsaw's right to close its own border
- [ ] Ankara's right to tax its own ships
- [ ] Rome's right to print its own money
"""
"""The first heading of a bank and eight choices, the right option always the first."""

_ALWAYS_LONGEST = """# Money and goods {#money-and-goods}

## Why does Japan keep its weapons at home, according to the article? {#weapons}
- [ ] Its factories are too small
- [x] Its constitution is a pacifist one
  > due to its pacifist constitution
- [ ] Its ships are far too slow
- [ ] Its neighbours forbid it

## Which rule stands against the sale of Japanese rifles abroad? {#rifles}
- [ ] a tax on metals
- [ ] a law against noise
- [ ] a treaty with China
- [x] a ban on their export
  > arms export ban

## How did Tokyo long feel about people who flee from a war? {#feeling}
- [x] rather reluctant to take them in
  > unwilling to accept refugees
- [ ] eager to teach them a trade
- [ ] ready to pay their journey
- [ ] glad to give them land

## What has changed in 2022 for families who flee from Kyiv? {#families}
- [ ] Japan pays for their food
- [ ] Japan finds them a school
- [x] Japan takes them in and helps
  > accept refugees from Ukraine
- [ ] Japan sends them to Moscow

## What covers the chest of a soldier in Kyiv, thanks to Tokyo? {#chest}
- [ ] a coat of plain leather
- [x] a jacket that stops bullets
  > sending bulletproof vests
- [ ] a shirt of iron rings
- [ ] a blanket of wool

## What kind of peace among states does Tokyo wish to keep? {#peace}
- [x] one that rests on common rules
  > uphold the rules-based international order
- [ ] one that rests on fleets
- [ ] one that rests on empires
- [ ] one that rests on trade

## By which means should the quarrel with Moscow end, in Kishida's view? {#means}
- [ ] by a blockade of ports
- [ ] by a vote in Asia
- [ ] by a duel at sea
- [x] by the work of diplomats
  > need for diplomatic efforts

## What did Kishida affirm on the telephone? {#telephone}
- [ ] Warsaw's right to close its border
- [ ] Ankara's right to tax its ships
- [x] Kyiv's right to decide about its land
  > support for Ukrainian sovereignty
- [ ] Rome's right to print its money
"""
"""The same questions; the right option stands at every place and is always a little longer than the others."""

_EVIDENCE: tuple[Fault, ...] = (
    # quote-not-found
    Fault(
        "quote-with-a-word-changed",
        "islands",
        "> seized by the Soviet Union",
        "> taken by the Soviet Union",
        "quote-not-found",
        "> taken by",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-a-word-dropped",
        "sanctions",
        "  > end to Russia's military actions",
        "  > end to Russia's actions",
        "quote-not-found",
        "  > end to Russia's actions",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-capitals-changed",
        "sanctions",
        "  > visa bans",
        "  > Visa Bans",
        "quote-not-found",
        "  > Visa Bans",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-a-number-changed",
        "energy-and-trade",
        "= true\n> 4 per cent of Japan's crude oil",
        "= true\n> 6 per cent of Japan's crude oil",
        "quote-not-found",
        "> 6 per cent",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-of-two-sentences-glued-by-a-comma",
        "sanctions",
        "> dual-use goods such as semiconductors",
        "> dual-use goods such as semiconductors to Russia, PM Kishida believes",
        "quote-not-found",
        "> dual-use goods such as semiconductors to",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-its-middle-left-out",
        "islands",
        "> yet to conclude a peace treaty",
        "> seized by the Soviet Union, yet to conclude a peace treaty",
        "quote-not-found",
        "> seized by the Soviet Union, yet",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-an-ellipsis",
        "people-and-causes",
        "  > change the status quo unilaterally",
        "  > change the status quo … strongly condemned",
        "quote-not-found",
        "  > change the status quo …",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-punctuation-dropped",
        "people-and-causes",
        "> two regions of Ukraine, Donetsk and Luhansk",
        "> two regions of Ukraine Donetsk and Luhansk",
        "quote-not-found",
        "> two regions of Ukraine Donetsk",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-words-swapped",
        "people-and-causes",
        "> two regions of Ukraine, Donetsk and Luhansk",
        "> two regions of Ukraine, Luhansk and Donetsk",
        "quote-not-found",
        "> two regions of Ukraine, Luhansk",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-its-hyphen-dropped",
        "aid",
        "  > uphold the rules-based international order",
        "  > uphold the rules based international order",
        "quote-not-found",
        "  > uphold the rules based",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-its-spelling-mended",
        "islands",
        "  > Etorufu islands",
        "  > Etorofu islands",
        "quote-not-found",
        "  > Etorofu islands",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-in-american-spelling",
        "people-and-causes",
        "  > Russia's actions will have on China's behaviour",
        "  > Russia's actions will have on China's behavior",
        "quote-not-found",
        "  > Russia's actions will have on China's behavior",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-that-begins-in-a-word",
        "people-and-causes",
        "  > former PM Shinzo Abe",
        "  > ormer PM Shinzo Abe",
        "quote-not-found",
        "  > ormer PM",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-from-another-text",
        "islands",
        "> yet to conclude a peace treaty",
        "> the two neighbours never signed a peace treaty",
        "quote-not-found",
        "> the two neighbours",
        article=True,
        sealed="needs-article",
    ),
    # needs-article
    Fault(
        "right-quote-made-longer",
        "islands",
        "> seized by the Soviet Union",
        "> They were seized by the Soviet Union",
        "needs-article",
        "> They were seized",
    ),
    Fault(
        "right-quote-made-shorter",
        "aid",
        "> sending bulletproof vests",
        "> bulletproof vests",
        "needs-article",
        "> bulletproof vests",
    ),
    Fault(
        "right-quote-added",
        "sanctions",
        "> previously imposed sanctions\n",
        "> previously imposed sanctions\n> did not react very harshly\n",
        "needs-article",
        "> did not react",
    ),
    # seal-stale
    Fault(
        "right-quote-changed-and-the-seal-not",
        "aid",
        "> sending bulletproof vests",
        "> work towards sending bulletproof vests",
        "seal-stale",
        "article: japan-russia-ties.txt",
        article=True,
    ),
    # no-evidence
    Fault(
        "quote-of-a-statement-deleted",
        "people-and-causes",
        "> remains to be seen\n",
        "",
        "no-evidence",
        "## At the end of the article",
    ),
    Fault(
        "quote-of-an-option-deleted",
        "aid",
        "  > uphold the rules-based international order\n",
        "",
        "no-evidence",
        "## Besides help for Ukraine",
    ),
    Fault(
        "open-question-without-a-quote",
        "sanctions",
        "",
        "\n## A classmate says that such measures never work. What do you reply? {#classmate}\nlines: 4\n",
        "no-evidence",
        "## A classmate says",
    ),
    # answer-not-in-evidence
    Fault(
        "answer-with-its-number-changed",
        "energy-and-trade",
        "= 80,000\n",
        "= 90,000\n",
        "answer-not-in-evidence",
        "= 90,000",
    ),
    Fault(
        "answer-with-its-unit-changed",
        "energy-and-trade",
        "= 30 per cent\n",
        "= 30 tonnes\n",
        "answer-not-in-evidence",
        "= 30 tonnes",
    ),
    Fault(
        "answer-with-its-magnitude-changed",
        "aid",
        "= $100 million\n> also",
        "= $100 billion\n> also",
        "answer-not-in-evidence",
        "= $100 billion",
    ),
    Fault(
        "answer-with-its-currency-changed",
        "aid",
        "= $100 million\n> loan",
        "= €100 million\n> loan",
        "answer-not-in-evidence",
        "= €100 million",
    ),
    Fault(
        "answer-with-its-name-changed",
        "islands",
        "= the Soviet Union | USSR | Union of Soviet Socialist Republics",
        "= the Russian Empire | Tsarist Russia",
        "answer-not-in-evidence",
        "= the Russian Empire",
    ),
    Fault(
        "answer-with-a-digit-of-its-name-changed",
        "people-and-causes",
        "= the G7 | Group of Seven | Group of 7 | G7 group",
        "= the G8 | Group of Eight | Group of 8 | G8 group",
        "answer-not-in-evidence",
        "= the G8",
    ),
    Fault(
        "answer-in-other-words-only",
        "sanctions",
        "= semiconductors | semiconductor | computer chips",
        "= integrated circuits | computer chips",
        "answer-not-in-evidence",
        "= integrated circuits",
    ),
    Fault(
        "list-member-added",
        "people-and-causes",
        "two regions of Ukraine did Putin order troops in 2022, according to the article? {#two-regions}\n",
        "three regions of Ukraine did Putin order troops in 2022, according to the article? {#two-regions}\n"
        "- Kharkiv | Kharkiv region\n",
        "answer-not-in-evidence",
        "- Kharkiv",
    ),
    Fault(
        "list-member-changed",
        "islands",
        "- Shikotan | Shikotan islands | Shikotan island",
        "- Sakhalin | Sakhalin island",
        "answer-not-in-evidence",
        "- Sakhalin",
    ),
    Fault(
        "cloze-answer-changed",
        "islands",
        "{{peace treaty | treaty of peace | peace agreement :: an agreement}}",
        "{{ceasefire | armistice :: an agreement}}",
        "answer-not-in-evidence",
        "## Long after the islands",
    ),
    Fault(
        "second-blank-changed",
        "aid",
        "{{bulletproof vests | vests | bullet-proof jackets | flak jackets | body armour | body armor :: equipment}}",
        "{{steel helmets | helmets :: equipment}}",
        "answer-not-in-evidence",
        "## In 2022 Japan announced",
    ),
    Fault(
        "quote-of-another-question",
        "people-and-causes",
        "> in 2014 when the Russian troops occupied the Crimea region",
        "> attack on Ukraine compelled Japan",
        "answer-not-in-evidence",
        "= Crimea |",
    ),
    Fault(
        "new-question-with-a-wrong-year",
        "sanctions",
        "",
        "\n## When did soldiers from Russia occupy Crimea, by the article's account? {#crimea-when}\n= 2013\n"
        "> in 2014 when the Russian troops occupied the Crimea region\n",
        "answer-not-in-evidence",
        "= 2013",
    ),
    Fault(
        "quote-that-ends-in-a-word",
        "sanctions",
        "> dual-use goods such as semiconductors",
        "> dual-use goods such as semiconductor",
        "quote-not-found",
        "> dual-use goods such as semiconductor\n",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-an-apostrophe-lost",
        "energy-and-trade",
        "  > Toyota is Russia's top Japanese brand\n",
        "  > Toyota is Russias top Japanese brand\n",
        "quote-not-found",
        "  > Toyota is Russias top Japanese brand",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-an-abbreviation-written-out",
        "people-and-causes",
        "  > former PM Shinzo Abe",
        "  > former Prime Minister Shinzo Abe",
        "quote-not-found",
        "  > former Prime Minister Shinzo Abe",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-words-left-out-in-brackets",
        "islands",
        "  > invaded a neighbouring country",
        "  > invaded a neighbouring country [...] become a NATO member",
        "quote-not-found",
        "  > invaded a neighbouring country [...] become a NATO member",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-a-word-twice",
        "aid",
        "  > due to its pacifist constitution",
        "  > due to its its pacifist constitution",
        "quote-not-found",
        "  > due to its its pacifist constitution",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "quote-with-per-cent-as-one-word",
        "energy-and-trade",
        "> 9 per cent of its Liquified Natural Gas\n> supplied",
        "> 9 percent of its Liquified Natural Gas\n> supplied",
        "quote-not-found",
        "> 9 percent",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "answer-with-zeros-lost",
        "aid",
        "= $100 million\n> loan",
        "= $100,000\n> loan",
        "answer-not-in-evidence",
        "= $100,000",
    ),
    Fault(
        "pairs-without-a-quote",
        "people-and-causes",
        "",
        "\n## Match each town with its state. {#towns}\n- Kyiv == Ukraine\n- Moscow == Russia\n- Tokyo == Japan\n",
        "no-evidence",
        "## Match each town with its state. {#towns}",
    ),
)

_GIVEN: tuple[Fault, ...] = (
    # answer-in-stem
    Fault(
        "prompt-holds-the-answer",
        "people-and-causes",
        "## Membership of which group of states is",
        "## Membership of which group of states, such as the G7, is",
        "answer-in-stem",
        "## Membership of which",
    ),
    Fault(
        "prompt-holds-a-further-form",
        "islands",
        "## Which state seized the islands",
        "## Which state (the USSR) seized the islands",
        "answer-in-stem",
        "## Which state (the USSR)",
    ),
    Fault(
        "prompt-holds-another-form-of-a-name",
        "islands",
        "## Which four islands or island groups do both",
        "## Which four islands or island groups, with Iturup in the north, do both",
        "answer-in-stem",
        "## Which four islands",
    ),
    Fault(
        "prompt-holds-the-number",
        "energy-and-trade",
        "## How large is the Japanese stake in",
        "## How large is the Japanese stake, roughly 30 per cent, in",
        "answer-in-stem",
        "## How large is the Japanese stake",
    ),
    Fault(
        "prompt-holds-a-list-member",
        "people-and-causes",
        "## Into which two regions of Ukraine did",
        "## Into which two regions of Ukraine, Donetsk and its neighbour, did",
        "answer-in-stem",
        "## Into which two regions",
    ),
    Fault(
        "prompt-holds-the-right-option",
        "islands",
        "## At the end of which conflict were the islands seized that",
        "## At the end of which conflict were the islands seized, which Japan held in World War II, that",
        "answer-in-stem",
        "## At the end of which conflict",
    ),
    Fault(
        "body-holds-the-answer",
        "sanctions",
        "dual-use goods? {#dual-use-example}\n",
        "dual-use goods? {#dual-use-example}\nSemiconductors, say, fit both a washing machine and a missile.\n",
        "answer-in-stem",
        "Semiconductors, say",
    ),
    Fault(
        "cloze-says-its-answer-outside-the-blank",
        "aid",
        "## In 2022 Japan announced that",
        "## In 2022 Japan, which had long refused refugees, announced that",
        "answer-in-stem",
        "## In 2022 Japan, which",
    ),
    Fault(
        "blank-hint-holds-the-other-blank",
        "islands",
        "South Kuril Islands :: S… K…}}",
        "South Kuril Islands :: not Northern Territories}}",
        "answer-in-stem",
        "## Each side has its own name",
    ),
    # answer-in-title
    Fault(
        "topic-title-holds-the-answer",
        "sanctions",
        "# Measures of 2022 {#measures-of-2022}",
        "# Semiconductors and other measures {#measures-of-2022}",
        "answer-in-title",
        "## Which product does",
    ),
    Fault(
        "topic-title-holds-the-right-option",
        "islands",
        "# Names and history {#names-and-history}",
        "# World War II and its heritage {#names-and-history}",
        "answer-in-title",
        "## At the end of which conflict",
    ),
    # hint-gives-away
    Fault(
        "hint-holds-the-answer",
        "people-and-causes",
        "hint: It is a peninsula",
        "hint: Crimea is a peninsula",
        "hint-gives-away",
        "hint: Crimea",
    ),
    Fault(
        "hint-of-a-blank-holds-its-answer",
        "islands",
        "peace agreement :: an agreement}}",
        "peace agreement :: a peace treaty or the like}}",
        "hint-gives-away",
        "## Long after the islands",
    ),
    # given-away
    Fault(
        "later-statement-names-an-answer",
        "islands",
        "",
        "\n## Both countries call the islands that the Soviet Union took by one and the same name. {#one-name}\n"
        "= false\n> Southern Kurils in Russia\n> Northern Territories in Japan\n"
        "correction: Each side has a name of its own.\n",
        "given-away",
        "## Both countries call",
    ),
    Fault(
        "later-statement-names-the-example",
        "sanctions",
        "",
        "\n## A Japanese firm may go on selling semiconductors to Russian factories as before. {#as-before}\n= false\n"
        "> restricted the export of dual-use goods\ncorrection: Their export has been restricted.\n",
        "given-away",
        "## A Japanese firm may",
    ),
    Fault(
        "stem-of-another-topic-names-an-answer",
        "people-and-causes",
        "Why does it also worry Japan about",
        "Why does it also worry Japan, as a member of the G7, about",
        "given-away",
        "## The fighting of 2022",
    ),
    Fault(
        "statement-tells-a-number",
        "energy-and-trade",
        "supply of liquefied natural gas than in",
        "supply of liquefied natural gas, with 9 per cent, than in",
        "given-away",
        "## According to the article, Russia's share",
    ),
    # near-duplicate
    Fault(
        "same-question-with-words-moved",
        "energy-and-trade",
        "",
        "\n## What share of Japan's crude oil does Russia supply directly, according to the article of March 2022? "
        "{#crude-oil-again}\n= 4 per cent\n> 4 per cent of Japan's crude oil\n> supplied by Russia\n",
        "near-duplicate",
        "## What share of Japan's crude oil does",
    ),
    Fault(
        "same-question-with-a-verb-changed",
        "islands",
        "",
        "\n## Which state took the islands that Japan and Russia both claim today? {#taken-by}\n= the Soviet Union\n"
        "> seized by the Soviet Union\n",
        "near-duplicate",
        "## Which state took",
    ),
    Fault(
        "same-question-as-a-choice",
        "people-and-causes",
        "",
        "\n## Which region of Ukraine did troops from Russia occupy in 2014? {#region-choice}\n- [ ] Bessarabia\n"
        "- [x] Crimea\n  > in 2014 when the Russian troops occupied the Crimea region\n- [ ] Galicia\n- [ ] Volhynia\n",
        "near-duplicate",
        "## Which region of Ukraine did troops",
    ),
    Fault(
        "number-in-the-stem-of-an-open-question",
        "energy-and-trade",
        "## Why do sanctions against Russia conflict with",
        "## A Japanese firm owns 30 per cent of the Sakhalin-1 oil project. Why do sanctions against Russia "
        "conflict with",
        "given-away",
        "## A Japanese firm owns",
    ),
    Fault(
        "same-question-in-capitals",
        "aid",
        "",
        "\n## HOW MUCH MONEY DID JAPAN PLEDGE IN 2022 AS A LOAN TO KYIV? {#loan-again}\n= $100 million\n> loan "
        "of around $100 million\n",
        "near-duplicate",
        "## HOW MUCH MONEY DID JAPAN PLEDGE IN 2022 AS A LOAN TO KYIV? {#loan-again}",
    ),
    Fault(
        "hint-holds-a-further-form",
        "islands",
        "hint: This state no longer exists.",
        "hint: For short it was called the USSR.",
        "hint-gives-away",
        "hint: For short it was called the USSR.",
    ),
)

_SOURCE: tuple[Fault, ...] = (
    # abbreviation
    Fault(
        "abbreviation-with-a-wrong-letter",
        "energy-and-trade",
        "## Japan buys liquefied natural gas (LNG) from",
        "## Japan buys liquefied natural gas (LPG) from",
        "abbreviation",
        "## Japan buys liquefied",
    ),
    Fault(
        "abbreviation-with-letters-swapped",
        "sanctions",
        "removals from SWIFT, the international banking system,",
        "removals from the Society for Worldwide Interbank Financial Telecommunication (SWITF)",
        "abbreviation",
        "## In 2022 several states",
    ),
    Fault(
        "quote-takes-over-the-slip-of-the-article",
        "energy-and-trade",
        "> 9 per cent of its Liquified Natural Gas\n> supplied",
        "> 9 per cent of its Liquified Natural Gas (LPG)\n> supplied",
        "abbreviation",
        "> 9 per cent of its Liquified Natural Gas (LPG)",
        article=True,
        sealed="needs-article",
    ),
    Fault(
        "question-shows-the-slip-of-the-article",
        "energy-and-trade",
        "## Japan buys liquefied natural gas (LNG) from",
        "## Japan buys LPG from",
        "abbreviation",
        "## Japan buys LPG",
        article=True,
    ),
    # distractor-true
    Fault(
        "distractor-is-the-other-firm",
        "energy-and-trade",
        "",
        "\n## Which trading firm is said to own a part of the second Sakhalin project? {#trading-firm}\n"
        "- [ ] Sumitomo\n- [ ] Mitsui\n- [x] Mitsubishi\n  > Mitsubishi and Mitsui\n  > shares in the Sakhalin-2\n"
        "- [ ] Marubeni\n",
        "distractor-true",
        "- [ ] Mitsui",
        article=True,
    ),
    Fault(
        "distractor-is-the-other-region",
        "people-and-causes",
        "",
        "\n## Where did Putin want his army to go, by the article? {#army}\n- [x] Donetsk\n"
        "  > two regions of Ukraine, Donetsk and Luhansk\n- [ ] Odesa\n- [ ] Chernihiv\n- [ ] Luhansk\n",
        "distractor-true",
        "- [ ] Luhansk",
        article=True,
    ),
    Fault(
        "distractor-is-another-of-four",
        "islands",
        "",
        "\n## Which of these places is part of the quarrel between Tokyo and Moscow? {#part-of-quarrel}\n"
        "- [ ] Hokkaido\n- [x] Shikotan\n  > Shikotan islands\n- [ ] Habomai\n- [ ] Okinawa\n",
        "distractor-true",
        "- [ ] Habomai",
        article=True,
    ),
)

_STEM: tuple[Fault, ...] = (
    # blank-mid-stem
    Fault(
        "blank-in-the-middle-of-a-stem",
        "islands",
        "## At the end of which conflict were the islands seized that Japan and Russia both claim?",
        "## The islands were seized at the end of ____ and are claimed by both countries today.",
        "blank-mid-stem",
        "## The islands were seized",
    ),
    Fault(
        "long-blank-in-the-middle-of-a-stem",
        "sanctions",
        "## The article was written in March 2022. What did the author expect Japan to consider next in its sanctions",
        "## The author expects that Japan will soon consider __________ as a part of its sanctions",
        "blank-mid-stem",
        "## The author expects",
    ),
    # negative-stem
    Fault(
        "not-in-a-stem",
        "aid",
        "",
        "\n## Which kind of support did Tokyo not promise in 2022? {#not-promised}\n- [ ] money that is lent\n"
        "  > loan of around $100 million\n- [x] ships for the Black Sea\n- [ ] clothing that stops bullets\n"
        "  > sending bulletproof vests\n- [ ] shelter for families\n  > accept refugees from Ukraine\n",
        "negative-stem",
        "## Which kind of support",
    ),
    Fault(
        "except-in-a-stem",
        "people-and-causes",
        "",
        "\n## The article names the leaders of all these states except one. Which one? {#no-leader}\n- [ ] Japan\n"
        "  > Japanese Prime Minister Fumio Kishida\n- [ ] India\n  > PM Narendra Modi\n- [x] China\n- [ ] Ukraine\n"
        "  > Zelensky, President of Ukraine\n",
        "negative-stem",
        "## The article names the leaders",
    ),
    # stem-without-problem
    Fault(
        "stem-is-one-name",
        "sanctions",
        "## Why does Japan feel free in 2022 to take a hard line against Putin's actions, according to the article?",
        "## Japan:",
        "stem-without-problem",
        "## Japan:",
    ),
    Fault(
        "stem-asks-what-is-true",
        "energy-and-trade",
        "## What do the article's figures and words show about the Russian part in Japan's supply of oil and gas?",
        "## Which of the following is true?",
        "stem-without-problem",
        "## Which of the following",
    ),
    Fault(
        "stem-only-tells-to-choose",
        "islands",
        "## Which reason does the author give for thinking that Putin will hardly let Japan have the islands?",
        "## Choose the right answer.",
        "stem-without-problem",
        "## Choose the right",
    ),
    # stem-key-overlap
    Fault(
        "stem-takes-words-of-the-key",
        "aid",
        "which wider aim does the article give",
        "which wider aim for the order of the world does the article give",
        "stem-key-overlap",
        "## Besides help for Ukraine",
    ),
    Fault(
        "key-takes-words-of-the-stem",
        "people-and-causes",
        "- [x] A state's army takes a valley from the state next door.",
        "- [x] A state's army shifts the status quo in a valley next door.",
        "stem-key-overlap",
        "## Japan's Prime Minister condemned",
    ),
    # a-an-cue
    Fault(
        "stem-ends-in-a",
        "aid",
        "",
        "\n## According to the article, Japan bans the export of arms because it has a {#why-ban}\n"
        "- [x] pacifist constitution\n  > due to its pacifist constitution\n- [ ] shortage of iron and coal\n"
        "- [ ] old treaty with its neighbours\n- [ ] long border to guard\n",
        "a-an-cue",
        "## According to the article, Japan bans",
    ),
    Fault(
        "stem-ends-in-an",
        "islands",
        "",
        "\n## To the author, the transfer of the islands to Tokyo looks like an {#transfer}\n"
        "- [ ] good way out for both\n- [ ] fair exchange of favours\n"
        "- [x] implausible idea\n  > islands to Japan seems implausible\n"
        "- [ ] old custom of the region\n",
        "a-an-cue",
        "## To the author",
    ),
    Fault(
        "blank-in-brackets",
        "islands",
        "## At the end of which conflict were the islands seized that Japan and Russia both claim?",
        "## At the end of [blank] the islands were seized that Japan and Russia both claim.",
        "blank-mid-stem",
        "## At the end of [blank] the islands were seized that Japan and Russia both claim.",
    ),
    Fault(
        "three-dots-for-a-blank",
        "sanctions",
        "## The article was written in March 2022. What did the author expect Japan to consider next in its "
        "sanctions on Russia?",
        "## The author expects that Japan will consider … as the next step of its sanctions.",
        "blank-mid-stem",
        "## The author expects that Japan will consider … as the next step of its sanctions.",
    ),
    Fault(
        "empty-brackets-for-a-blank",
        "people-and-causes",
        "## Which of these points from the article is a judgement of the author, and not a report of what "
        "somebody has done?",
        "## In the article the claim that (   ) is a judgement of the author.",
        "blank-mid-stem",
        "## In the article the claim that (   ) is a judgement of the author.",
    ),
    Fault(
        "not-after-a-clause-in-commas",
        "aid",
        "## What did Japan's Prime Minister stress in a call with the President of Ukraine in 2022, according to "
        "the article?",
        "## What did Japan's Prime Minister, who leads a member of the G7, not stress in a call with the "
        "President of Ukraine?",
        "negative-stem",
        "## What did Japan's Prime Minister, who",
    ),
    Fault(
        "never-in-a-stem",
        "islands",
        "## Which reason does the author give for thinking that Putin will hardly let Japan have the islands?",
        "## Which of these reasons has never kept Putin from handing over the islands?",
        "negative-stem",
        "## Which of these reasons has never kept Putin from handing over the islands?",
    ),
    Fault(
        "short-not-with-a-curly-apostrophe",
        "people-and-causes",
        "## Which of these points from the article is a judgement of the author, and not a report of what "
        "somebody has done?",
        "## Which of these points from the article isn’t a judgement of the author?",
        "negative-stem",
        "## Which of these points from the article isn’t a judgement of the author?",
    ),
    Fault(
        "stem-only-tells-to-tick",
        "aid",
        "## Besides help for Ukraine itself, which wider aim does the article give for Japan's stand in 2022?",
        "## Tick the correct box:",
        "stem-without-problem",
        "## Tick the correct box:",
    ),
    Fault(
        "stem-is-a-number-of-the-sheet",
        "sanctions",
        "## What aim does the article give for Japan's financial sanctions on Russia in 2022?",
        "## Question 3",
        "stem-without-problem",
        "## Question 3",
    ),
)

_OPTIONS: tuple[Fault, ...] = (
    # all-of-the-above
    Fault(
        "option-all-of-the-above",
        "sanctions",
        "- [ ] to win new customers for Japanese companies abroad",
        "- [ ] all of the above",
        "all-of-the-above",
        "- [ ] all of the above",
    ),
    Fault(
        "option-all-of-these",
        "islands",
        "- [ ] He has promised the islanders a vote on their future",
        "- [ ] All of these are reasons that he gives.",
        "all-of-the-above",
        "- [ ] All of these",
    ),
    # none-of-the-above
    Fault(
        "option-none-of-the-above",
        "energy-and-trade",
        "- [ ] as large, but soon to be replaced by coal",
        "- [ ] None of the above.",
        "none-of-the-above",
        "- [ ] None of the above",
    ),
    Fault(
        "option-none-of-these",
        "aid",
        "- [ ] to take Russia's place in the sale of energy",
        "- [ ] none of these",
        "none-of-the-above",
        "- [ ] none of these",
    ),
    # k-type
    Fault(
        "option-two-letters-only",
        "sanctions",
        "- [ ] an early end to all of its export limits",
        "- [ ] A and C only",
        "k-type",
        "- [ ] A and C only",
    ),
    Fault(
        "option-both-letters",
        "islands",
        "- [ ] Russia brings China into its political talks with Japan",
        "- [ ] both A and B",
        "k-type",
        "- [ ] both A and B",
    ),
    Fault(
        "option-roman-numbers",
        "people-and-causes",
        "- [ ] A state asks a court to decide who owns a river island.",
        "- [ ] I and III only",
        "k-type",
        "- [ ] I and III only",
    ),
    Fault(
        "option-three-letters",
        "aid",
        "- [ ] to found a new union of Asian states",
        "- [ ] A, B and D",
        "k-type",
        "- [ ] A, B and D",
    ),
    # numbers-unordered
    Fault(
        "numbers-with-units-out-of-order",
        "energy-and-trade",
        "- [x] 60 barrels\n  > 30 per cent stake in the Sakhalin-1\n"
        "- [ ] 140 barrels\n  This is what is left for the other owners.\n",
        "- [ ] 140 barrels\n  This is what is left for the other owners.\n"
        "- [x] 60 barrels\n  > 30 per cent stake in the Sakhalin-1\n",
        "numbers-unordered",
        "- [x] 60 barrels",
    ),
    Fault(
        "years-out-of-order",
        "islands",
        "",
        "\n## In which year did the Crimea region fall to Moscow's troops? {#crimea-year}\n- [ ] 2008\n- [x] 2014\n"
        "  > in 2014 when the Russian troops occupied the Crimea region\n- [ ] 2019\n- [ ] 2017\n",
        "numbers-unordered",
        "- [ ] 2017",
    ),
    # key-longest
    Fault(
        "key-explains-itself",
        "islands",
        "- [x] World War II\n",
        "- [x] World War II, which ended for Japan in 1945\n",
        "key-longest",
        "- [x] World War II",
    ),
    Fault(
        "distractors-made-short",
        "sanctions",
        "- [ ] new export limits on food and medicine\n- [ ] looser export limits for small companies\n"
        "- [ ] an early end to all of its export limits\n",
        "- [ ] looser export limits\n- [ ] no export limits\n- [ ] export limits on food\n",
        "key-longest",
        "- [x] wider export limits",
    ),
    # duplicate-options
    Fault(
        "option-twice",
        "sanctions",
        "- [ ] It took no side on them",
        "- [ ] It spoke against them",
        "duplicate-options",
        "- [ ] It spoke against them\nnote:",
    ),
    Fault(
        "option-twice-but-for-a-capital-and-a-stop",
        "aid",
        "- [ ] to found a new union of Asian states",
        "- [ ] To become a full member of NATO.",
        "duplicate-options",
        "- [ ] To become",
    ),
    # overlapping-options
    Fault(
        "spans-that-overlap",
        "energy-and-trade",
        "",
        "\n## Between which bounds lies the number of cars that leave the works in St. Petersburg? {#bounds}\n"
        "- [ ] 10,000 to 30,000\n- [ ] 25,000 to 50,000\n- [x] 60,000 to 90,000\n  > 80,000 vehicles\n"
        "- [ ] 100,000 to 200,000\n",
        "overlapping-options",
        "- [ ] 25,000",
    ),
    Fault(
        "open-spans-that-overlap",
        "energy-and-trade",
        "",
        "\n## Between which bounds lies the number of cars that leave the works in St. Petersburg? {#bounds}\n"
        "- [ ] less than 20,000\n- [ ] 20,000 to 49,999\n- [x] at least 50,000\n  > 80,000 vehicles\n"
        "- [ ] more than 70,000\n",
        "overlapping-options",
        "- [ ] more than 70,000",
    ),
    # mixed-options
    Fault(
        "words-among-numbers",
        "energy-and-trade",
        "- [ ] 140 barrels",
        "- [ ] all that is left",
        "mixed-options",
        "- [ ] all that is left",
    ),
    # too-few-options
    Fault(
        "two-options-deleted",
        "islands",
        "- [ ] Russia brings China into its political talks with Japan\n"
        "- [ ] Russia concludes its political talks with a treaty\n",
        "",
        "too-few-options",
        "## In March 2022 the author",
    ),
    Fault(
        "yes-or-no",
        "aid",
        "",
        "\n## Does the article name a reason for the ban on the export of arms? {#reason-named}\n- [x] Yes, it does\n"
        "  > due to its pacifist constitution\n- [ ] No, it does not\n",
        "too-few-options",
        "## Does the article name",
    ),
    Fault(
        "option-all-three",
        "islands",
        "- [ ] Russia concludes its political talks with a treaty",
        "- [ ] all three",
        "all-of-the-above",
        "- [ ] all three",
    ),
    Fault(
        "option-all-reasons-named-above",
        "islands",
        "- [ ] He has promised the islanders a vote on their future",
        "- [ ] All the reasons named above",
        "all-of-the-above",
        "- [ ] All the reasons named above",
    ),
    Fault(
        "option-these-are-all-correct",
        "aid",
        "- [ ] to take Russia's place in the sale of energy",
        "- [ ] These answers are all correct.",
        "all-of-the-above",
        "- [ ] These answers are all correct.",
    ),
    Fault(
        "option-none-of-the-options-listed-here",
        "energy-and-trade",
        "- [ ] as large, but soon to be replaced by coal",
        "- [ ] none of the options listed here",
        "none-of-the-above",
        "- [ ] none of the options listed here",
    ),
    Fault(
        "option-none-and-no-more",
        "sanctions",
        "- [ ] looser export limits for small companies",
        "- [ ] None.",
        "none-of-the-above",
        "- [ ] None.",
    ),
    Fault(
        "option-names-answers-by-letters",
        "aid",
        "- [ ] to become a full member of NATO",
        "- [ ] answers B and C",
        "k-type",
        "- [ ] answers B and C",
    ),
    Fault(
        "option-all-but-one-letter",
        "islands",
        "- [ ] Russia concludes its political talks with a treaty",
        "- [ ] all except B",
        "k-type",
        "- [ ] all except B",
    ),
    Fault(
        "option-two-letters-and-not-a-third",
        "sanctions",
        "- [ ] an early end to all of its export limits",
        "- [ ] A and B, but not D",
        "k-type",
        "- [ ] A and B, but not D",
    ),
    Fault(
        "times-out-of-order",
        "energy-and-trade",
        "",
        "\n## How often is a Sakhalin project named in the part on energy? {#how-often}\n- [ ] once\n- [ ] three "
        "times\n- [x] twice\n  > 30 per cent stake in the Sakhalin-1\n  > shares in the Sakhalin-2\n- [ ] four "
        "times\n",
        "numbers-unordered",
        "- [x] twice",
    ),
    Fault(
        "centuries-out-of-order",
        "islands",
        "",
        "\n## In which century did the war end after which the islands were seized? {#century}\n- [ ] the 18th "
        "century\n- [x] the 20th century\n  > end of World War II\n- [ ] the 19th century\n- [ ] the 21st "
        "century\n",
        "numbers-unordered",
        "- [ ] the 19th",
    ),
    Fault(
        "option-twice-in-another-unit",
        "energy-and-trade",
        "",
        "\n## How much would a cable of a thousand metres between two islands measure? {#cable}\n- [ ] 100 m\n- "
        "[x] 1 km\n  > 30 per cent stake in the Sakhalin-1\n- [ ] 1000 m\n- [ ] 10 km\n",
        "duplicate-options",
        "- [ ] 1000 m",
    ),
    Fault(
        "years-that-overlap",
        "islands",
        "",
        "\n## Between which years did the war end after which the islands were seized? {#war-end}\n- [ ] 1900 to "
        "1920\n- [ ] 1915 to 1935\n- [x] 1940 to 1950\n  > end of World War II\n- [ ] 1951 to 1960\n",
        "overlapping-options",
        "- [ ] 1915",
    ),
)

_FORMS: tuple[Fault, ...] = (
    # wrong-is-right
    Fault(
        "wrong-is-a-further-form",
        "islands",
        "wrong: Russia :: Nearly.",
        "wrong: USSR :: Nearly.",
        "wrong-is-right",
        "wrong: USSR",
    ),
    Fault(
        "wrong-is-the-answer-but-for-capitals-and-article",
        "people-and-causes",
        "wrong: NATO :: Japan",
        "wrong: g7 :: Japan",
        "wrong-is-right",
        "wrong: g7",
    ),
    Fault(
        "wrong-is-the-same-number",
        "energy-and-trade",
        "wrong: 4 per cent :: That",
        "wrong: 9% :: That",
        "wrong-is-right",
        "wrong: 9%",
    ),
    Fault(
        "wrong-is-another-form-of-a-name",
        "islands",
        "hint: Their names begin with E, H, K and S.\n",
        "hint: Their names begin with E, H, K and S.\nwrong: Kunashir :: This is not one of them.\n",
        "wrong-is-right",
        "wrong: Kunashir",
    ),
    Fault(
        "spare-is-a-right-side",
        "people-and-causes",
        "- == Prime Minister of Ukraine",
        "- == President of Ukraine",
        "wrong-is-right",
        "- == President of Ukraine",
    ),
    Fault(
        "spare-is-a-further-form",
        "energy-and-trade",
        "- Toyota == a plant in St. Petersburg\n  > Toyota is Russia's top Japanese brand\n"
        "  > at the St. Petersburg plant\n- == a bank in Moscow\n",
        "- Toyota == a plant in St. Petersburg | a car factory in Russia\n  > Toyota is Russia's top Japanese brand\n"
        "  > at the St. Petersburg plant\n- == a car factory in Russia\n",
        "wrong-is-right",
        "- == a car factory",
    ),
    Fault(
        "spare-is-a-right-side-by-another-name",
        "energy-and-trade",
        "- == a bank in Moscow",
        "- == a plant in Saint Petersburg",
        "wrong-is-right",
        "- == a plant in Saint",
    ),
    # duplicate-parts
    Fault(
        "list-member-twice-by-another-name",
        "islands",
        "- Shikotan | Shikotan islands | Shikotan island",
        "- Iturup | Iturup island",
        "duplicate-parts",
        "- Iturup",
    ),
    Fault(
        "list-members-share-a-form",
        "sanctions",
        "- some Russian banks | some of the Russian banks | Russian banks | banks",
        "- some Russian banks | some of the Russian banks | Russian banks | banks | individuals",
        "duplicate-parts",
        "- some Russian banks",
    ),
    Fault(
        "left-side-twice",
        "sanctions",
        "- The bank that issues Russia's money wants to use its reserves. ==",
        "- A Russian firm orders Japanese parts that fit both cars and tanks. ==",
        "duplicate-parts",
        "- A Russian firm orders Japanese parts that fit both cars and tanks. == restrictions",
    ),
    Fault(
        "item-twice",
        "people-and-causes",
        "3. Russia blocks any progress in its political relations with Japan.",
        "3. Japan imposes sanctions on Russia.",
        "duplicate-parts",
        "3. Japan imposes",
    ),
    # cloze-all-blank
    Fault(
        "one-blank-and-no-text",
        "islands",
        "## Long after the islands were seized, Japan and Russia have still not concluded a "
        "{{peace treaty | treaty of peace | peace agreement :: an agreement}} with each other. {#missing-agreement}",
        "## {{peace treaty | treaty of peace | peace agreement :: an agreement}} {#missing-agreement}",
        "cloze-all-blank",
        "## {{peace treaty",
    ),
    Fault(
        "blanks-and-small-words-only",
        "islands",
        "## Each side has its own name for the disputed islands: in Japan they are the "
        "{{Northern Territories :: N… T…}}, in Russia the {{",
        "## The {{Northern Territories :: N… T…}} and the {{",
        "cloze-all-blank",
        "## The {{Northern",
    ),
    # list-number
    Fault(
        "list-does-not-say-how-many",
        "islands",
        "## Which four islands or island groups",
        "## Which islands or island groups",
        "list-number",
        "## Which islands or",
    ),
    Fault(
        "list-says-another-number-word",
        "people-and-causes",
        "## Into which two regions",
        "## Into which three regions",
        "list-number",
        "## Into which three regions",
    ),
    Fault(
        "list-says-another-digit",
        "sanctions",
        "Name the two kinds of holder",
        "Name the 3 kinds of holder",
        "list-number",
        "## Whose assets",
    ),
    Fault(
        "list-asks-for-fewer-than-it-says",
        "islands",
        "hint: Their names begin with E, H, K and S.\n",
        "hint: Their names begin with E, H, K and S.\nask: 3\n",
        "list-number",
        "## Which four islands",
    ),
    Fault(
        "list-member-lost",
        "islands",
        "- Habomai | Habomai islands | Habomais\n  > Habomai islands\n",
        "",
        "list-number",
        "## Which four islands",
    ),
    Fault(
        "wrong-is-the-same-sum-in-digits",
        "aid",
        'note: The article says "around" this sum.\n',
        'note: The article says "around" this sum.\nwrong: $100,000,000 :: Count the zeros.\n',
        "wrong-is-right",
        "wrong: $100,000,000",
    ),
)

_BALANCE: tuple[Fault, ...] = (
    Fault(
        "all-statements-true",
        "people-and-causes",
        "",
        _TRUE_STATEMENTS,
        "true-false-balance",
        "## At the end of the article",
    ),
    Fault(
        "key-always-first",
        "aid",
        "# Money and goods {#money-and-goods}\n",
        _ALWAYS_FIRST,
        "answer-position",
        "## Why does Japan keep its weapons",
    ),
    Fault(
        "key-always-a-little-longer",
        "aid",
        "# Money and goods {#money-and-goods}\n",
        _ALWAYS_LONGEST,
        "longest-is-key",
        "## Why does Japan keep its weapons",
    ),
)

_OUTPUTS: tuple[Fault, ...] = (
    # unknown-media
    Fault(
        "image-that-is-not-there",
        "islands",
        "hint: Their names begin with E, H, K and S.\n",
        "hint: Their names begin with E, H, K and S.\nimage: map.png | a map of the sea north of Japan\n",
        "unknown-media",
        "image: map.png",
    ),
    Fault(
        "image-outside-the-folder",
        "islands",
        "hint: Their names begin with E, H, K and S.\n",
        "hint: Their names begin with E, H, K and S.\nimage: ../secret.png | a map of the sea north of Japan\n",
        "unknown-media",
        "image: ../secret.png",
    ),
    Fault(
        "image-by-its-full-path",
        "islands",
        "hint: Their names begin with E, H, K and S.\n",
        "hint: Their names begin with E, H, K and S.\nimage: /home/teacher/map.png | a map of the sea north of Japan\n",
        "unknown-media",
        "image: /home/teacher/map.png",
    ),
    Fault(
        "image-of-a-type-nobody-shows",
        "energy-and-trade",
        "unit: vehicles\n",
        "unit: vehicles\nimage: plant.docx | a hall with cars in rows\n",
        "unknown-media",
        "image: plant.docx",
    ),
    Fault(
        "sound-that-is-not-there",
        "aid",
        "> also $100 million for humanitarian assistance\nlevel: recall",
        "> also $100 million for humanitarian assistance\naudio: speech.mp3\nlevel: recall",
        "unknown-media",
        "audio: speech.mp3",
    ),
    # image-without-alt
    Fault(
        "alt-is-the-name-of-the-file",
        "energy-and-trade",
        "unit: vehicles\n",
        "unit: vehicles\nimage: plant.png | plant.png\n",
        "image-without-alt",
        "image: plant.png",
    ),
    Fault(
        "alt-has-no-word",
        "energy-and-trade",
        "unit: vehicles\n",
        "unit: vehicles\nimage: plant.png | …\n",
        "image-without-alt",
        "image: plant.png",
    ),
    # sound-on-paper
    Fault(
        "question-with-a-sound",
        "people-and-causes",
        "hint: It is a peninsula in the Black Sea.\n",
        "hint: It is a peninsula in the Black Sea.\naudio: name-spoken.mp3\n",
        "sound-on-paper",
        "audio: name-spoken.mp3",
    ),
    # image-in-text
    Fault(
        "image-in-a-prompt",
        "islands",
        "both claim today? {#seized-by}",
        "both claim today? ![the islands](islands.png) {#seized-by}",
        "image-in-text",
        "## Which state seized",
    ),
    Fault(
        "image-in-an-option",
        "sanctions",
        "- [ ] It spoke against them",
        "- [ ] It spoke against them ![a thumb](thumb.png)",
        "image-in-text",
        "- [ ] It spoke against them",
    ),
    # unreadable-maths
    Fault(
        "formula-with-an-unknown-command",
        "energy-and-trade",
        "produces 200 barrels of oil",
        r"produces \(\fracc{400}{2}\) barrels of oil",
        "unreadable-maths",
        "## Suppose that Sakhalin-1",
    ),
    Fault(
        "formula-with-a-bracket-left-open",
        "energy-and-trade",
        "produces 200 barrels of oil",
        r"produces $2 \cdot \left( 60 + 40$ barrels of oil",
        "unreadable-maths",
        "## Suppose that Sakhalin-1",
    ),
    # control-character: the parser refuses U+001F and its like itself, but not these
    Fault(
        "prompt-turns-the-direction",
        "sanctions",
        "## Which product does the article",
        "## Which product does \u202ethe article",
        "control-character",
        "## Which product does",
    ),
    Fault(
        "answer-turns-the-direction",
        "islands",
        "= the Soviet Union | USSR",
        "= the Soviet Union | \u2067USSR",
        "control-character",
        "= the Soviet Union",
    ),
    Fault(
        "option-with-an-old-control-character",
        "aid",
        "- [ ] to become a full member",
        "- [ ] to become a full\u009b member",
        "control-character",
        "- [ ] to become a full",
    ),
    # mixed-scripts
    Fault(
        "cyrillic-letter-in-an-answer",
        "sanctions",
        "| computer chips |",
        "| computer \u0441hips |",
        "mixed-scripts",
        "= semiconductors",
    ),
    Fault(
        "cyrillic-letter-in-a-list-member",
        "people-and-causes",
        "- Luhansk | Luhansk region",
        "- Luhansk | Luh\u0430nsk region",
        "mixed-scripts",
        "- Luhansk |",
    ),
    Fault(
        "greek-letter-in-a-blank",
        "islands",
        "| treaty of peace |",
        "| treaty \u03bff peace |",
        "mixed-scripts",
        "## Long after the islands",
    ),
    # card-limit
    Fault(
        "blank-with-a-number-too-high",
        "aid",
        "{{refugees | evacuees | displaced people :: people}}",
        "{{c501::refugees | evacuees | displaced people::people}}",
        "card-limit",
        "## In 2022 Japan announced",
    ),
    Fault(
        "image-on-a-right-side",
        "sanctions",
        "- == an end to gas imports",
        "- == an end to gas imports ![a pipe](pipe.png)",
        "image-in-text",
        "- == an end to gas imports ![a pipe](pipe.png)",
    ),
    Fault(
        "formula-with-a-brace-left-open",
        "energy-and-trade",
        "  This is what is left for the other owners.",
        "  This is $200^{1 - 60$ or so, and is left for the others.",
        "unreadable-maths",
        "  This is $200",
    ),
    Fault(
        "sound-from-the-web",
        "aid",
        "lines: 6\n",
        "lines: 6\naudio: https://example.org/speech.mp3\n",
        "unknown-media",
        "audio: https",
    ),
)

_ALLOWANCES: tuple[Fault, ...] = (
    Fault(
        "allowance-of-nothing",
        "energy-and-trade",
        "unit: vehicles\n",
        "unit: vehicles\nallow: hint-gives-away because the hint is meant to help\n",
        "unused-allow",
        "allow: hint-gives-away",
    ),
    Fault(
        "allowance-of-a-rule-for-another-kind",
        "islands",
        "hint: This state no longer exists.\n",
        "hint: This state no longer exists.\nallow: key-longest because the name is that long\n",
        "unused-allow",
        "allow: key-longest",
    ),
    Fault(
        "allowance-without-a-reason",
        "people-and-causes",
        "hint: It is a peninsula in the Black Sea.\n",
        "hint: Crimea is a peninsula in the Black Sea.\nallow: hint-gives-away\n",
        "allow-without-reason",
        "allow: hint-gives-away",
    ),
    Fault(
        "allowance-with-a-slip-in-the-rule",
        "sanctions",
        "hint: They are found in every telephone and computer.\n",
        "hint: They are found in every telephone and computer.\nallow: answer-in-steam because it is easy so\n",
        "unknown-rule",
        "allow: answer-in-steam",
    ),
    # quote-on-front
    Fault(
        "prompt-prints-its-proof",
        "islands",
        "## Which state seized the islands that Japan and Russia both claim today? {#seized-by}",
        "## They were seized by the Soviet Union, says the article. By which state? {#seized-by}",
        "quote-on-front",
        "## They were seized by",
    ),
    Fault(
        "body-prints-its-proof",
        "aid",
        "{#loan}\n",
        "{#loan}\nThe article speaks of a loan of around $100 million.\n\n",
        "quote-on-front",
        "The article speaks of",
    ),
    # needs-article
    Fault(
        "seal-of-another-article",
        "aid",
        "article: japan-russia-ties.txt",
        "article: japan-china-ties.txt",
        "needs-article",
        "article: japan-china-ties.txt",
    ),
    # no-article
    Fault(
        "article-not-named",
        "aid",
        "article: japan-russia-ties.txt\n",
        "",
        "no-article",
        "title: Japan's help",
    ),
)

FAULTS: tuple[Fault, ...] = _EVIDENCE + _GIVEN + _SOURCE + _STEM + _OPTIONS + _FORMS + _BALANCE + _OUTPUTS + _ALLOWANCES
