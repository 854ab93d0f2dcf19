"""The names of currencies in French: nouns, signs and codes newspapers use, and every name of CLDR."""

from __future__ import annotations

import re
from types import MappingProxyType

SYMBOLS = MappingProxyType(
    {"€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "₪": "ILS", "₹": "INR", "₺": "TRY", "₩": "KRW", "₣": "FRF"}
    | {"₦": "NGN", "₫": "VND", "₱": "PHP", "฿": "THB", "₸": "KZT", "₼": "AZN", "₾": "GEL", "¥": None, "$": None}
)
"""Currency signs and the currency each stands for; None where it is open."""

# One line a noun: the noun, then the currency it is when it stands alone (- where that is open), then adjectives
# in their shortest form (the beginning that all their forms share) and the currency each makes of it.
_CURRENCIES = """
euro EUR
dollar - américain USD états-unis USD us USD canadien CAD australien AUD néo-zélandais NZD hong HKD hongkongais HKD
  singapour SGD taïwanais TWD taiwanais TWD jamaïcain JMD libérien LRD namibien NAD zimbabwéen ZWD fidjien FJD guyan GYD
  trinid TTD barbad BBD baham BSD suriname SRD brunei BND bermud BMD caïman KYD béliz BZD cana CAD
livre - sterling GBP anglaise GBP britannique GBP égyptienne EGP libanaise LBP syrienne SYP turque TRY soudanaise SDG
  sud-soudanaise SSP chypriote CYP irlandaise IEP maltaise MTL israélienne ILP palestinienne PSP
yen JPY
yuan CNY
renminbi CNY
rouble RUB russe RUB biélorusse BYN bélarusse BYN soviétique SUR transnistrien PRB
hryvnia UAH
hryvna UAH
hryvnya UAH
pound GBP
zlotych PLN
złoty PLN
chekel ILS
rufiyaa MVR
cruzeiro BRR
tengué KZT
leone SLE
dalasi GMD
nakfa ERN
pula BWP
pataca MOP
dông VND
đồng VND
grivna UAH
franc - suisse CHF français FRF belge BEF luxembourgeois LUF cfa - guinéen GNF congolais CDF burundais BIF rwandais RWF
  djiboutien DJF comorien KMF malgache MGF pacifique XPF
couronne - suédoise SEK norvégienne NOK danoise DKK tchèque CZK islandaise ISK estonienne EEK slovaque SKK
mark - allemand DEM finlandais FIM est-allemand DDM convertible BAM
deutschemark DEM
peso - mexicain MXN argentin ARS chilien CLP colombien COP cubain CUP philippin PHP uruguayen UYU dominicain DOP
dinar - algérien DZD tunisien TND irakien IQD jordanien JOD koweïtien KWD libyen LYD serbe RSD bahreïni BHD
  yougoslave YUD
dirham - marocain MAD émirati AED émirien AED
rial - iranien IRR omanais OMR yéménite YER qatari QAR saoudien SAR cambodgien KHR
riyal - saoudien SAR qatari QAR yéménite YER
roupie - indienne INR pakistanaise PKR sri-lankaise LKR népalaise NPR mauricienne MUR indonésienne IDR seychelloise SCR
rupiah IDR
shekel ILS
sheqel ILS
zloty PLN
forint HUF
leu RON roumain RON moldave MDL
lei RON roumain RON moldave MDL
lev BGN
leva BGN
won KRW sud-coréen KRW nord-coréen KPW
baht THB
dong VND
rand ZAR
naira NGN
cedi GHS
birr ETB
kwanza AOA
kwacha - zambien ZMW malawien MWK
metical MZN
ariary MGA
ouguiya MRU
shilling - kényan KES tanzanien TZS ougandais UGX somalien SOS
schilling ATS
gourde HTG
bolivar - vénézuélien VES
bolívar - vénézuélien VES
boliviano BOB
sol - péruvien PEN
real BRL
réal BRL
reais BRL
réaux BRL
guarani PYG
quetzal GTQ
lempira HNL
cordoba NIO
colon - costaricain CRC costaricien CRC salvadorien SVC
balboa PAB
lire - italienne ITL turque TRY
peseta ESP
escudo - portugais PTE cap-verdien CVE
florin - néerlandais NLG hongrois HUF aruba AWG
drachme GRD
litas LTL
lats LVL
tolar SIT
kuna HRK
lek ALL
denar MKD
dram AMD
lari GEL
manat - azerbaïdjanais AZN turkmène TMT
tenge KZT
som - kirghize KGS ouzbek UZS
soum UZS
somoni TJS
afghani AFN
taka BDT
kyat MMK
kip LAK
riel KHR
ringgit MYR
tugrik MNT
centime -
cent -
penny GBP
pence GBP
kopeck -
kopek -
kina PGK
vatu VUV
tala WST
ngultrum BTN
dobra STN
lilangeni SZL
emalangeni SZL
maloti LSL
cédi GHS
tengue KZT
córdoba NIO
reichsmark -
"""
# Nouns that are also ordinary words: without an adjective they count only beside a scale (millions de livres).
AMBIGUOUS_NOUNS = frozenset(
    {"livre", "sol", "colon", "real", "som", "lire", "lev", "kip", "cordoba", "rand", "cent", "dong"}
)
"""Currency nouns, singular, that are also ordinary words."""

CODES = frozenset({"EUR", "USD", "GBP", "JPY", "CNY", "RUB", "UAH", "CHF", "CAD", "AUD", "XOF", "XAF", "FCFA", "CFA"})
"""ISO codes and abbreviations that stand for a currency in running text."""


def _read_currencies() -> dict[str, tuple[str | None, dict[str, str | None]]]:
    found = {}
    for line in _CURRENCIES.replace("\n  ", " ").strip().splitlines():
        noun, alone, *pairs = line.split()
        adjectives = {
            adjective: None if code == "-" else code for adjective, code in zip(pairs[::2], pairs[1::2], strict=True)
        }
        found[noun] = (None if alone == "-" else alone, adjectives)
    return found


CURRENCIES = MappingProxyType(_read_currencies())
"""Currency nouns, singular, small letters: the ISO code when alone, and the code each adjective makes of it."""

# Every currency that CLDR names in French, as babel gives them: the code, then its names in small letters. Of two
# currencies of one name, it is the one in use. Left out: metals, units of account, and CFA francs, whose code is open.
_CLDR = """
ADP peseta andorrane|pesetas andorranes; AED dirham des émirats arabes unis|dirhams des émirats arabes unis; AFA
afghani|afghanis; AFN afghani afghan|afghanis afghan; ALL lek albanais|leks albanais; AMD dram arménien|drams
arméniens; ANG florin antillais|florins antillais; AOA kwanza angolais|kwanzas angolais; AON nouveau kwanza
angolais|nouveaux kwanzas angolais; AOR kwanza angolais réajusté|kwanzas angolais réajustés; ARA austral
argentin|australs argentins; ARL peso lourd argentin; ARS peso argentin|pesos argentins; ATS schilling
autrichien|schillings autrichiens; AUD dollar australien|dollars australiens; AWG florin arubais|florins arubais; AZN
manat azéri|manats azéris; BAD dinar bosniaque|dinars bosniaques; BAM mark convertible bosniaque|marks convertibles
bosniaques; BAN nouveau dinar bosniaque; BBD dollar barbadien|dollars barbadiens; BDT taka bangladeshi|takas
bangladeshis; BEF franc belge|francs belges; BGM lev socialiste bulgare; BGN lev bulgare|levs bulgares; BHD dinar
bahreïni|dinars bahreïnis; BIF franc burundais|francs burundais; BMD dollar bermudien|dollars bermudiens; BND dollar
brunéien|dollars brunéiens; BOB boliviano bolivien|bolivianos boliviens; BOP peso bolivien|pesos boliviens; BOV mvdol
bolivien|mvdols boliviens; BRB nouveau cruzeiro brésilien|nouveaux cruzeiros brésiliens; BRC cruzado
brésilien|cruzados brésiliens; BRE cruzeiro brésilien|cruzeiros brésiliens; BRL réal brésilien|réals brésiliens; BRN
nouveau cruzado|nouveau cruzado brésilien|nouveaux cruzados brésiliens; BRR cruzeiro|cruzeiro réal brésilien|cruzeiros
réals brésiliens; BSD dollar bahaméen|dollars bahaméens; BTN ngultrum bouthanais|ngultrums bouthanais; BUK kyat
birman|kyats birmans; BWP pula botswanais|pulas botswanais; BYB nouveau rouble biélorusse|nouveaux roubles
biélorusses; BYN rouble biélorusse|roubles biélorusses; BZD dollar bélizéen|dollars bélizéens; CAD dollar
canadien|dollars canadiens; CDF franc congolais|francs congolais; CHE euro wir|euros wir; CHF franc suisse|francs
suisses; CHW franc wir|francs wir; CLE escudo chilien; CLF unité d'investissement chilienne|unités d'investissement
chiliennes; CLP peso chilien|pesos chiliens; CNH yuan chinois|yuans chinois; CNX dollar de la banque populaire
chinoise; CNY yuan renminbi chinois|yuans renminbi chinois; COP peso colombien|pesos colombiens; COU unité de valeur
réelle colombienne|unités de valeur réelle colombiennes; CRC colón costaricain|colóns costaricains; CSD dinar
serbo-monténégrin|dinars serbo-monténégrins; CSK couronne forte tchécoslovaque|couronnes fortes tchécoslovaques; CUC
peso cubain convertible|pesos cubains convertibles; CUP peso cubain|pesos cubains; CVE escudo capverdien|escudos
capverdiens; CYP livre chypriote|livres chypriotes; CZK couronne tchèque|couronnes tchèques; DDM mark
est-allemand|marks est-allemands; DEM mark allemand|marks allemands; DJF franc djiboutien|francs djiboutiens; DKK
couronne danoise|couronnes danoises; DOP peso dominicain|pesos dominicains; DZD dinar algérien|dinars algériens; ECS
sucre équatorien|sucres équatoriens; ECV unité de valeur constante équatoriale|unité de valeur constante
équatorienne|unités de valeur constante équatoriennes; EEK couronne estonienne|couronnes estoniennes; EGP livre
égyptienne|livres égyptiennes; ERN nafka érythréen|nafkas érythréens; ESP peseta espagnole|pesetas espagnoles; ETB
birr éthiopien|birrs éthiopiens; EUR euro|euros; FIM mark finlandais|marks finlandais; FJD dollar fidjien|dollars
fidjiens; FKP livre des îles malouines|livres des îles malouines; FRF franc français|francs français; GBP livre
sterling|livres sterling; GEK coupon de lari géorgien|coupons de lari géorgiens; GEL lari géorgien|lari géorgiens; GHC
cédi; GHS cédi ghanéen|cédis ghanéens; GIP livre de gibraltar|livres de gibraltar; GMD dalasi gambien|dalasis
gambiens; GNF franc guinéen|francs guinéens; GNS syli guinéen|sylis guinéens; GQE ekwélé équatoguinéen|ekwélés
équatoguinéens; GRD drachme grecque|drachmes grecques; GTQ quetzal guatémaltèque|quetzals guatémaltèques; GWE escudo
de guinée portugaise|escudos de guinée portugaise; GWP peso bissau-guinéen|pesos bissau-guinéens; GYD dollar du
guyana|dollars du guyana; HKD dollar de hong kong|dollars de hong kong; HNL lempira hondurien|lempiras honduriens; HRD
dinar croate|dinars croates; HRK kuna croate|kunas croates; HTG gourde haïtienne|gourdes haïtiennes; HUF forint
hongrois|forints hongrois; IDR roupie indonésienne|roupies indonésiennes; IEP livre irlandaise|livres irlandaises; ILP
livre israélienne|livres israéliennes; ILR shekel israélien; ILS nouveau shekel israélien|nouveaux shekels israéliens;
INR roupie indienne|roupies indiennes; IQD dinar irakien|dinars irakiens; IRR riyal iranien|riyals iraniens; ISK
couronne islandaise|couronnes islandaises; ITL lire italienne|lires italiennes; JMD dollar jamaïcain|dollars
jamaïcains; JOD dinar jordanien|dinars jordaniens; JPY yen japonais|yens japonais; KES shilling kényan|shillings
kényans; KGS som kirghize|soms kirghizes; KHR riel cambodgien|riels cambodgiens; KMF franc comorien|francs comoriens;
KPW won nord-coréen|wons nord-coréens; KRH hwan sud-coréen; KRW won sud-coréen|wons sud-coréens; KWD dinar
koweïtien|dinar koweïtiens; KYD dollar des îles caïmans|dollars des îles caïmans; KZT tenge kazakh|tenges kazakhs; LAK
kip laotien|kips laotiens; LBP livre libanaise|livres libanaises; LKR roupie srilankaise|roupies srilankaises; LRD
dollar libérien|dollars libériens; LSL loti lesothan|maloti lesothans; LTL litas lituanien|litas lituaniens; LTT
talonas lituanien|talonas lituaniens; LUC franc convertible luxembourgeois|francs convertibles luxembourgeois; LUF
franc luxembourgeois|francs luxembourgeois; LUL franc financier luxembourgeois|francs financiers luxembourgeois; LVL
lats letton|lats lettons; LVR rouble letton|roubles lettons; LYD dinar libyen|dinars libyens; MAD dirham
marocain|dirhams marocains; MAF franc marocain|francs marocains; MCF franc monégasque; MDC cupon moldave; MDL leu
moldave|leus moldaves; MGA ariary malgache|ariarys malgaches; MGF franc malgache|francs malgaches; MKD denar
macédonien|denars macédoniens; MLF franc malien|francs maliens; MMK kyat myanmarais|kyats myanmarais; MNT tugrik
mongol|tugriks mongols; MOP pataca macanaise|patacas macanaises; MRU ouguiya mauritanien|ouguiyas mauritaniens; MTL
lire maltaise|lires maltaises; MTP livre maltaise|livres maltaises; MUR roupie mauricienne|roupies mauriciennes; MVP
roupie maldivienne; MVR rufiyaa maldivienne|rufiyaas maldiviennes; MWK kwacha malawite|kwachas malawites; MXN peso
mexicain|pesos mexicains; MXP peso d'argent mexicain|pesos d'argent mexicains; MXV unité de conversion
mexicaine|unités de conversion mexicaines; MYR ringgit malais|ringgits malais; MZE escudo mozambicain|escudos
mozambicains; MZM métical; MZN metical mozambicain|meticais mozambicains; NAD dollar namibien|dollars namibiens; NGN
naira nigérian|nairas nigérians; NIC cordoba|córdoba nicaraguayen|córdobas nicaraguayens; NIO córdoba oro
nicaraguayen|córdobas oro nicaraguayens; NLG florin néerlandais|florins néerlandais; NOK couronne
norvégienne|couronnes norvégiennes; NPR roupie népalaise|roupies népalaises; NZD dollar néo-zélandais|dollars
néo-zélandais; OMR riyal omanais|riyals omanis; PAB balboa panaméen|balboas panaméens; PEI inti péruvien|intis
péruviens; PEN sol péruvien|sols péruviens; PGK kina papouan-néo-guinéen|kinas papouan-néo-guinéens; PHP peso
philippin|pesos philippins; PKR roupie pakistanaise|roupies pakistanaises; PLN zloty polonais|zlotys polonais; PLZ
zloty; PTE escudo portugais|escudos portugais; PYG guaraní paraguayen|guaranís paraguayens; QAR riyal qatari|riyals
qataris; RHD dollar rhodésien|dollars rhodésiens; ROL ancien leu roumain; RON leu roumain|lei roumains; RSD dinar
serbe|dinars serbes; RUB rouble russe|roubles russes; RWF franc rwandais|francs rwandais; SAR riyal saoudien|riyals
saoudiens; SBD dollar des îles salomon|dollars des îles salomon; SCR roupie des seychelles|roupies des seychelles; SDD
dinar soudanais|dinars soudanais; SDG livre soudanaise|livres soudanaises; SEK couronne suédoise|couronnes suédoises;
SGD dollar de singapour|dollars de singapour; SHP livre de sainte-hélène|livres de sainte-hélène; SIT tolar
slovène|tolars slovènes; SKK couronne slovaque|couronnes slovaques; SLE leone sierra-léonais|leones sierra-léonais;
SOS shilling somalien|shillings somaliens; SRD dollar surinamais|dollars surinamais; SRG florin surinamais|florins
surinamais; SSP livre sud-soudanaise|livres sud-soudanaises; STN dobra santoméen|dobras santoméens; SUR rouble
soviétique|roubles soviétiques; SVC colón salvadorien|colóns salvadoriens; SYP livre syrienne|livres syriennes; SZL
lilangeni swazi|lilangenis swazis; THB baht thaïlandais|bahts thaïlandais; TJR rouble tadjik|roubles tadjiks; TJS
somoni tadjik|somonis tadjiks; TMM manat turkmène|manats turkmènes; TMT nouveau manat turkmène|nouveaux manats
turkmènes; TND dinar tunisien|dinars tunisiens; TOP pa'anga tongan|pa'angas tongans; TPE escudo timorais|escudos
timorais; TRY livre turque|livres turques; TTD dollar de trinité-et-tobago|dollars de trinité-et-tobago; TWD nouveau
dollar taïwanais|nouveaux dollars taïwanais; TZS shilling tanzanien|shillings tanzaniens; UAH hryvnia
ukrainienne|hryvnias ukrainiennes; UAK karbovanetz|karbovanets ukrainien|karbovanets ukrainiens; UGX shilling
ougandais|shillings ougandais; USD dollar des états-unis|dollars des états-unis; USN dollar des etats-unis; UYI pesos
uruguayen; UYU peso uruguayen|pesos uruguayens; UYW unité de salaire nominal uruguayenne; UZS sum ouzbek|sums ouzbeks;
VES bolivar vénézuélien|bolivars vénézuéliens; VND dông vietnamien|dôngs vietnamiens; VUV vatu vanuatuan|vatus
vanuatuans; WST tala samoan|talas samoans; XCD dollar des caraïbes orientales|dollars des caraïbes orientales; XCG
florin caribéen|florins caribéens; XDR droit de tirage spécial|droits de tirage spéciaux; XEU unité de compte
européenne; XPF franc cfp|francs cfp; YDD dinar du yémen|dinar nord-yéménite|dinars nord-yéménites; YER riyal
yéménite|riyals yéménites; YUD dinar fort yougoslave|nouveau dinar yougoslave|dinars forts yougoslaves; YUM dinar
yougoslave noviy|nouveaux dinars yougoslaves; YUN dinar yougoslave convertible|dinar convertible yougoslave|dinars
convertibles yougoslaves; YUR dinar réformé yougoslave; ZAR rand sud-africain|rands sud-africains; ZMW kwacha
zambien|kwachas zambiens; ZRN nouveau zaïre zaïrien|nouveaux zaïres zaïriens; ZRZ zaïre zaïrois|zaïres zaïrois; ZWD
dollar zimbabwéen|dollars zimbabwéens; ZWG or du zimbabwe
"""


def _read_names() -> dict[tuple[str, ...], str]:
    entries = " ".join(_CLDR.split()).split("; ")
    return {words_of(name): entry[:3] for entry in entries for name in entry[4:].split("|")}


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in small letters, the apostrophes kept with what they end: ``d'``, ``or``."""
    return tuple(_NAME_WORD.findall(text.lower().replace("’", "'")))


_NAME_WORD = re.compile(r"[^\W_]+'|[^\W_]+(?:[-‐‑][^\W_]+)*")
NAMES = MappingProxyType(_read_names())
"""The names of CLDR as the words they are made of, and the ISO 4217 code of each."""
LONGEST_NAME = max(map(len, NAMES))
"""How many words the longest name has."""
NAME_STARTS = frozenset(name[0] for name in NAMES)
"""The words a name of CLDR starts with."""


def noun_of(word: str) -> str | None:
    """Return the singular of a currency noun in small letters, or None where ``word`` is none."""
    if word in CURRENCIES:
        return word
    if word[-1:] in ("s", "x") and word[:-1] in CURRENCIES:
        return word[:-1]
    if word.endswith("es") and word[:-2] in CURRENCIES:
        return word[:-2]
    return None


def currency_of(text: str) -> str | None:
    """Return the ISO 4217 code of the currency named in ``text``, or None where it is open or missing."""
    lowered = text.lower()
    for mark, marked_code in _MARKS:
        if mark in lowered:
            return marked_code
    for code in CODES:
        if len(code) == 3 and code != "CFA" and re.search(rf"\b{code}\b", text):
            return code
    named = words_of(text)
    for length in range(LONGEST_NAME, 1, -1):
        for first in range(len(named) - length + 1):
            if named[first : first + length] in NAMES:
                return NAMES[named[first : first + length]]
    words = _WORD.findall(lowered)
    for index, word in enumerate(words):
        noun = noun_of(word)
        if noun is None or (noun in ("cent", "centime") and any(noun_of(other) for other in words if other != word)):
            continue
        alone, adjectives = CURRENCIES[noun]
        for follower in words[index + 1 : index + 4]:
            for adjective, code_of_adjective in adjectives.items():
                if follower.startswith(adjective):
                    return code_of_adjective
        return alone
    return next((code_of_sign for sign, code_of_sign in SYMBOLS.items() if sign in text), None)


_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_MARKS = (("us$", "USD"), ("$us", "USD"), ("$ us", "USD"), ("c$", "CAD"), ("$ca", "CAD"), ("a$", "AUD"), ("hk$", "HKD"))
