"""The words of dates in the languages that the grader reads: months, weekdays, centuries, and the words around them."""

from __future__ import annotations

__all__ = ["CENTURY", "DECADE", "LITTLE", "MONTHS", "OCLOCK", "TENS", "WEEKDAYS"]

MONTHS = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep "
    "october/oct "
    "november/nov december/dec",
    "de": "januar/jan/jänner februar/feb/feber märz/mär/mrz april/apr mai juni/jun juli/jul august/aug "
    "september/sept/sep "
    "oktober/okt november/nov dezember/dez",
    "fr": "janvier/janv/jan février/févr/fév/fevrier mars avril/avr mai juin juillet/juil août/aout "
    "septembre/sept octobre/oct "
    "novembre/nov décembre/déc/decembre",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
    "septiembre/setiembre/sept/sep "
    "octubre/oct noviembre/nov diciembre/dic",
    "it": "gennaio/gen/genn febbraio/feb/febbr marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago "
    "settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
    "pt": "janeiro/jan fevereiro/fev março/mar/marco abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set "
    "outubro/out novembro/nov dezembro/dez",
    "nl": "januari/jan februari/feb maart/mrt/mar april/apr mei juni/jun juli/jul augustus/aug "
    "september/sept/sep oktober/okt "
    "november/nov december/dec",
    "ru": "января/январь/январе/янв февраля/февраль/феврале/фев/февр марта/март/марте/мар "
    "апреля/апрель/апреле/апр мая/май/мае "
    "июня/июнь/июне/июн июля/июль/июле/июл августа/август/августе/авг сентября/сентябрь/сентябре/сен/сент "
    "октября/октябрь/октябре/окт ноября/ноябрь/ноябре/ноя/нояб декабря/декабрь/декабре/дек",
    "uk": "січня/січень/січні/січ лютого/лютий/лютому/лют березня/березень/березні/бер квітня/квітень/квітні/квіт "
    "травня/травень/травні/трав червня/червень/червні/черв липня/липень/липні/лип серпня/серпень/серпні/серп "
    "вересня/вересень/вересні/вер жовтня/жовтень/жовтні/жовт листопада/листопад/листопаді/лист "
    "грудня/грудень/грудні/груд",
    "pl": "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec "
    "sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień",
    "sv": "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug september/sep oktober/okt "
    "november/nov december/dec",
}
WEEKDAYS = {
    "en": str.split(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    ),
    "de": str.split("montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so sonnabend"),
    "fr": str.split("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "es": str.split("lunes martes miércoles jueves viernes sábado domingo"),
    "it": str.split("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
    "pt": str.split("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
    "nl": str.split("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    "ru": str.split("понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье"),
    "uk": str.split("понеділок вівторок середа середу четвер п'ятниця п'ятницю субота суботу неділя неділю"),
}
LITTLE = {
    "en": ["the", "of", "on", "in", "in the year", "the year", "year", "about", "around", "during",
           "approximately", "since the"],
    "de": ["am", "im", "im jahr", "im jahre", "den", "der", "dem", "das", "jahr", "um", "etwa", "die", "in den"],
    "fr": ["le", "en", "de", "du", "au", "l'an", "an", "l'année", "vers", "les", "dans les", "la"],
    "es": ["el", "de", "del", "en", "año", "el año", "hacia", "día", "los", "en los", "la"],
    "it": ["il", "nel", "di", "del", "dell'", "l'", "anno", "lo", "gli", "negli"],
    "pt": ["o", "em", "de", "do", "ano", "no ano de", "no", "dia", "os", "nos", "a"],
    "nl": ["op", "in", "van", "het jaar", "de", "het"],
    "ru": ["в", "года", "год", "году", "г", "гг", "годов", "около"],
    "uk": ["у", "в", "року", "рік", "році", "р", "рр", "років", "близько"],
}  # fmt: skip
CENTURY = {
    "en": ["century", "cent", "c"], "de": ["jahrhundert", "jahrhunderts", "jh", "jhdt", "jhd"], "fr": ["siècle", "s"],
    "es": ["siglo", "s"], "it": ["secolo", "sec"], "pt": ["século", "séc"], "nl": ["eeuw"],
    "ru": ["век", "века", "веке", "в", "столетие", "столетия"], "uk": ["століття", "столітті", "ст", "вік"],
    "ja": ["世紀"], "zh": ["世纪", "世紀"],
}  # fmt: skip
DECADE = {
    "de": ["jahre", "jahren"], "fr": ["années"], "es": ["años", "década"], "it": ["anni"], "pt": ["anos", "década"],
    "nl": ["jaren"], "ru": ["годы", "годах", "годов"], "uk": ["роки", "роках", "років"], "en": ["decade"],
}  # fmt: skip
TENS = {
    "en": {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
           "nineties": 90},
    "de": {"zwanziger": 20, "dreißiger": 30, "vierziger": 40, "fünfziger": 50, "sechziger": 60, "siebziger": 70,
           "achtziger": 80, "neunziger": 90},
    "fr": {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "soixante-dix": 70,
           "quatre-vingt": 80, "quatre-vingts": 80, "quatre-vingt-dix": 90},
    "es": {"veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80,
           "noventa": 90},
    "it": {"venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70, "ottanta": 80,
           "novanta": 90},
    "nl": {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
           "negentig": 90},
}  # fmt: skip
OCLOCK = {
    "en": ["o'clock", "oclock", "half past", "quarter past", "quarter to"],
    "de": ["uhr"],
    "fr": ["heures", "heure"],
}
