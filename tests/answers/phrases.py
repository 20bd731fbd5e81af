"""Answers of one word and of several, in several languages and scripts."""

from __future__ import annotations

_BY_LANGUAGE = {
    "en": """
        the Soviet Union; Bank of Japan; peace treaty; the Northern Territories; war with Iran; Treaty of San
        Francisco; Minister of Finance; a member of the club; Tokyo Bay; cost of living; Fumio Kishida; Vladimir
        Putin; fish and chips; the Sea of Okhotsk; gross domestic product; supply and demand; balance of power;
        photosynthesis; mitochondrion; act of war; oil and gas; Prime Minister; law of the sea; King of Siam;
        Kunashiri; Habomai; Shikotan; Etorofu; Second World War; civil rights movement; point of no return; checks
        and balances; Declaration of Independence
    """,
    "de": """
        Zweiter Weltkrieg; Vertrag von Versailles; die Bundesrepublik; Grundgesetz; Europäische Union; Haus der
        Kulturen; Wissenschaft; Schwarzes Meer; Rat der Weisen; Gleichgewicht; Freiheit und Gleichheit; Berliner
        Mauer; Überschuss
    """,
    "fr": """
        Union soviétique; la Révolution française; traité de paix; îles Kouriles; chemin de fer; Déclaration des
        droits; mer du Nord; la liberté; égalité et fraternité; prise de la Bastille; croissance; chef de l’État;
        guerre froide
    """,
    "es": """
        Guerra de Corea; tratado de paz; Unión Soviética; islas del norte; la independencia; Mar Caribe; derechos
        humanos; Cristóbal Colón; ley de oferta y demanda; exportación; Golfo de México; fuerza de trabajo; capital
        de España
    """,
    "it": """
        trattato di pace; guerra fredda; Unione Sovietica; la rivoluzione; Mar Mediterraneo; capo dello Stato;
        Garibaldi; legge della domanda; isola di Capri; Regno di Sardegna; diritto di voto; la Repubblica;
        fotosintesi
    """,
    "pt": """
        tratado de paz; União Soviética; guerra fria; direitos humanos; a independência; ilha da Madeira; Mar do
        Norte; Revolução dos Cravos; balança comercial; presidente da República; fotossíntese; crescimento
    """,
    "nl": """
        vredesverdrag; de Koude Oorlog; Sovjet-Unie; recht van spreken; Noordzee; Gouden Eeuw; handelsbalans; de
        vrijheid; minister van Financiën; Willem van Oranje; onafhankelijkheid
    """,
    "ru": """
        Советский Союз; мирный договор; Владивосток; Курильские острова; Охотское море; война и мир; Министерство
        финансов; независимость; Великая Отечественная война; право голоса; экономический кризис; Пётр Великий
    """,
    "uk": """
        Радянський Союз; мирний договір; незалежність; Чорне море; верховенство права; Леся Українка; річка Дніпро;
        Міністерство фінансів; війна і мир; економічна криза
    """,
    "el": """
        Σοβιετική Ένωση; συνθήκη ειρήνης; Αιγαίο Πέλαγος; δημοκρατία; πόλεμος και ειρήνη; ανεξαρτησία; Ελλάδα; Μέγας
        Αλέξανδρος; φωτοσύνθεση
    """,
}

PHRASES = {
    language: tuple(" ".join(text.split()) for text in texts.split(";")) for language, texts in _BY_LANGUAGE.items()
}
