"""English words, and places, that one slip of a finger makes of each other: no rule of their making tells them apart.

A word of this list is never a misspelling of another one ("desert" and "dessert", "house" and "horse"). Only words that
have such a neighbour stand here. Pairs that a prefix or an ending tells apart are in
:mod:`quizgen.answers.words.contrasts`.
"""

from __future__ import annotations

__all__ = ["COMMON", "OTHER_IN_PLURAL", "PLACES", "SHORT"]

_OTHER_IN_PLURAL = """
air arm ash brain compass content custom damage economic ethic force glass good green ground letter manner mean minute
new number pain physic politic premise provision quarter remain saving spectacle spirit statistic term time tropic
water wit wood work
"""
OTHER_IN_PLURAL = frozenset(_OTHER_IN_PLURAL.split())
"""Words whose plural is not more of the same: arms, customs, minutes, news."""

_PLACES = """
algeria algiers arkansas armenia australia austria bali belarus belgrade bologna boston boulogne bucharest budapest
caledonia chile china cologne congo cypress cyprus dominica dominican dublin essex gambia geneva genoa ghana guiana
guinea guyana iceland india indiana iran iraq ireland island kansas kuwait kyoto lagos laos latvia liberia libya lima
lublin macedonia malawi malaya malaysia maldives mali malta mauritania mauritius niger nigeria oman palau palma parma
persia prussia rhine rhone romania russia samoa slavonia slovakia slovenia somalia sudan sussex sweden taiwan thailand
tiger togo tokyo tonga tunis tunisia turin vienna vienne volga vologda wessex zambia
"""
PLACES = frozenset(_PLACES.split())
"""Names of places that are spelled nearly alike."""

_COMMON = """
abject able aboard abroad abrogate absent absorb absorption abstain abuse accent accept acetic acorn across actor
adapt adaption adept adopt adoption adsorb adsorption adverse advice advise aerial affect after again ahead aide alder
alert alien align alike alimentary alive allay alley alligator allocator allot allow alloy allusion ally alone along
aloud altar alter altitude amber amend amiable amicable amide amine amino amount ample amuse angel anger angle ankle
annual annul antagonism antagonist apart appeal appear apple appointed appointee aptitude arch arise around arrogate
arrow article artist artiste ascent ascetic aside asleep assent assert assume assure astrologer astrology astronomer
astronomy attach attack attain attitude auction aunt aural avenue averse avert aviary await awake awaken award aware
babble back bacteria bacterial badge badly baker ballet ballot band banish banker banner bare barely barge baron
barony barrier barter basal basic basil basin basis basket bath bathe batter battery battle beach beard bearer beast
beat beaver beckon being belch belief believe bell bellow belly below bench bend bequest berth beset best better
billion bind binding birth bitter black bladder blade blame blanch blast blaze bleach bleed blend bless blest blind
blink bloc block blond blood bloody bloom blow blunder blush bluster board boarder boast boat bolster bond book
booking boom boost boot booth border boron borrow bosom bother bottle bough bounce bound bowel brace brain brake bran
branch brand brash brass brave brawn breach bread breadth break breast breath breathe breed breeze bribe brick bride
bridge bridle brief bright bring brink broach broad brooch brood brook broom brother brow brown brush bubble buddy
buffer buffet build built bulk bulky bullet bullion bunch bundle bungle bunny burning burrow bush butler butter button
cable cackle callous callus camp camper cancel cancer candid candied candle cannon canoe canon canyon capital
capitalism capitalist capitol carat care caret caring carriage carrier carrot carry cart carve case cash casket cast
castle casual casualty catch cater cattle causal causality cause cave cavern caving cease celebrate cellar censer
censor censure cent cerebrate certain certainly certainty cession chain chair chamber chance change changed chant
chapter charge charged charity charm chart charted charter chartered chase chasm chatter cheap cheat check cheek cheer
cheery chemise chemist chest chicken chief child chill chin china choir choke chord chore chose chromatid chromatin
cider civic civil clamber clamour clamp clang clap clarify clarity clash clasp class clatter clause clean clear click
climb cling cloak clock clone close closed closer closet cloth clothe clothes cloths cloud clover clown cluck clump
cluster coach coarse coast coat cock cold collage collar college collision collusion colon colony coma comic comma
command commence commend comment commerce commission commune communism communist commute commuter compete complain
complaint complement complementary complete compliment complimentary composed composer comprehensible comprehensive
comprise compromise compute computer concept concern concert condemn confidant confide confident confine confirm
confirmation conform conformation consent conservation contact contemn contend content contention contest context
continence continents contract contrast convention conversation conversion convert cooking cooling cooper cope copper
cord core corn cornea corner coroner corporal corporeal corps corpse corse cosmic cost costly couch cough could
councillor counsellor count country county course court cover crack crackle craft crane cranium crash crate crater
crave creak cream creation credible creditable creed creek creep cremation crest crew crime crimea croon cross crouch
crow crowd crown crush crushing crust culture cure curious curiously currant current curse curtail curtain curve
custard dagger dairy dance dancer danger dangle daughter dawn dead deal dealer death debt debut decade decay deceive
decent decide decision decree decry dedicate deduce deduct deduction defeat defect defend defer definite definitive
degree delay delegate delicate demagogue democracy democrat demon denote dense depend deprave deprecate depreciate
deprive depth derision derive descend descent desert deserve design dessert detail detect developed developer device
devil devise devote diary difficult difficulty dilate dilute dinner dirt dirty discomfit discomfort discount discover
discovery discreet discrete discus dismount distress ditch dive divers diverse divide divine dodge dollar dominate
donor door dough down doze dozen draft dragon dragoon drain drape draught draw drawn dread dream dregs dress drift
drink drive driver drought drove drown drunk ducky dunce dust dusty duty dwell dyeing dying each eager early earn
earth earthy ease easel east ecdemic eclipse economic economical effect eight eighth eighty either ejection elapse
elastic elder elect election electrode electron elementary ellipse ember emend emerge emission emotion empire employee
employer enable enact endemic ending endure ensue ensure envelop envelope equable equitable erase eraser erect
erection error especial especially estate eternal ethic ethics ethnic ethnics even event ever every evil evolution
exact exalt exercise exert exorcise expand expansive expect expedience expedient expend expensive expert expire
explode explore export extend extensive extent external exult fable facet faction factor factory faded fail faint
fairy fallow falter fame famine farce farmer farther fast fasten fatal father faucet fault favor feast feat feather
feeding feeling feint fellow fence feral ferry fetal fever fewer fiance fiancee fiction field fiend fifth fifty fight
fighting filing filling filter final finale find finding finger first fission fist fitness fixed flame flank flare
flash flask flat flatten flatter flavor flesh flick flight fling float flock flood floor flounder flour flout flower
flowing fluke flush flute foam foamy focal follow fond food forage force forge forget formal formally former forth
forty foster found founder fountain fourth fraction frail frame franc frank freak freeze freight french fresh friction
fridge friend fright frigid front frost frown fudge fulfil fulfill full fully fumble fund funeral funereal funnel
funny furious furiously further futility gain gallery galley gallon gallop gander garden gasp gather gauge gaunt gaze
gender genera generic genetic genius gentile gentle genus ghost giant giggle ginger give given glacier glad glamour
glance gland glare glass glaze glazier glitter globe gloom glory glove glower glowing goods goose gorge gory gouge
grace grade grain grand grant grape grasp grass grater grave gravel gravely graze great greater greed greek green
greet grief grim grimly grimy grind grisly groin groom grope gross ground group grout grove grow growing growl grumble
grunt guerilla guerrilla guess guest guild guilt guilty gunner gutter hair haired halfway hallow hallway hammer hamper
handle hangar hanger happy harden harm harpy haste hasten hatch hate hatred haunt have haven head headed healer health
healthy heap hear heard hearing hearse heart hearth heat heated heath heating heave heaven hedge heel height hell
hence here hereby hermit heroin heroine herring high higher hill hinder historic historical hitch hither hoard hoarse
hockey holder hole holler hollow holster honey hoot horde horse host hostage hotel hound house hover human humane
humble hummer hummus humor humus hunch hunger hunt hunter hurdle hurtle iconic idea ideal identify identity idiom
idiot idle ileum ilium illusion image imago imitation immoral immortal immunity impact impart impartial imperial
imperil imply import impracticable impractical imprudent impudent impunity inch incidence incident incidents incite
incredible indolent inequity infect infection infer inferior infest ingenious ingenuous inhabit inhibit iniquity
inject injection injure inland inner inning insect insert insolent inspect instal install insulin insure intend
intensify intensity intent intention interior interment internal internment interval inulin invent invention
invertebrate invest inveterate invite ionic iron ironic irony island issue itch jacket jaded jelly jerk jerky jingle
jockey join joint journalism journalist judge jumble jungle kettle kill killing knee kneel knight know known label
lack ladder lama lamp lance land lane lapse large larva larvae laser lash last latch late latent later latest lath
lathe lather latitude latter laughter launch lava lave lawyer layer lead leader leading lean learn learning lease
least leather leave ledger legal leger legion lemon lend lender length lengthy less lessen lesser lesson lessor lest
letter levee level lever libel liberal lick light lightening lighting lightly lightning like likely liking limb
limitation linden linen linger link liter literal litter live lively liver livid living lizard llama loading loath
loathe lobe local locale lock lodge lonely long longer looking loom loose loosen lorry lose lotion loud love lovely
lover lower loyal loyalty luck lucky lumber lump lunch lung lunge lurch lymph madam madame madly magma major maker
mamma manner manor mantel mantle manure maple march marital marked marker market marriage marrow marry martial masque
massage massive master mastery match math matron matter mature mayor meager meal medal meddle median mediant mend
mental mercy mere merge merger merry message metal meteor meter mettle middle might mighty mildly mile million miner
mingle minister minor minster minuet minute mission mist mistake mistaken mister mistress mixed modal mode model moist
momentary monetary money monkey monopoly monopsony monster month moose moral morale morality morning morrow mortal
mortality mortar mosque most mostly motel mother motion motor mound mount mountain mourning mouse mousse mouth move
movie much mucous mucus muddy mulch mumble mural muse mustard muster mutter mutton muzzle mystery naive naked named
narrow nasty nation national nationalism nationalist nationality native nature naval navel nearby nearer nearly neatly
neither nerve neural neuron neutral neutron never niger night nobel noble noise nominate noose normal normally north
nose notion novel nuclear nucleolus nucleoside nucleotide nucleus number nurse nymph obit object observed observer
obtain often older omission once onion oral orange orbit order ordinance ordnance other otter ounce outlet outset
ovary over overhead overhear overture overturn pace packed packet paddle pain pains paint painted painter painting
palace palate pallet palm pant panting paper parent paris parish parity park parked parrot part particle partition
partly party passive past paste pasture patch patent path patient patrol patron pauper pause peace peach peak peasant
peck pedagogue pedal peddle penal pendant pendent penitence penitents pension perch perish permit perpetrate
perpetuate persecute persecution personal personnel perspective perspiration pertain petal petition petrol petty phase
pheasant phone photon phrase piazza picaresque pick picket picturesque pill pillow pilot pinch pistol piston pitch
pivot pizza place plague plaice plain plaintiff plaintive plan plane planet plank planned planner plant planter plaque
plaster plastic plate player plead pleasant please pleat plight plot pluck plunder plunge pocket podium point poise
poison polar police policy polite polity pond ponder poplar popular porch port portal porter portion pose postage
poster posture potent potion potter pottery pound powder power practicable practical praise pray prayer preach precede
precedent precious prefer preference preposition present preserve preside president presidential press presume pretty
prevent previous price prick pride prime prince principal principle print printed prise prison prize probe process
procession prod produce product profess profession project projection prone proof propel proper properly property
prophecy prophesy proposition prosecute prosecution prospective prosper protean protect protection protein protest
proton proud prove prude psalm puddle pulse punch pure purely purse pursue puzzle quack qualify quality quarts quartz
queen queer quest quick quiet quill quilt quit quite quota quote rabbi rabbit rabid race rack racket radial radian
radiant radio radium radius rafter rage ragged raid rail rain raise rally ranch range ranger rape rapid rarely rather
ratio ration rational rationale rationalism rationalist rationality rattle ravage raven raving reach react reaction
read reader reading ready real reality really realm realty reason rebel rebound rebut recede receive recent reckon
recover recovery redound reduce reduction reek reel refer reference refuge refuse refute regain regal regard regime
regimen regiment region reign rein relation relax relay relegate relic relict relief relieve remain remainder reminder
remote remove renal render repay repeal repeat repel reply report request resent reserve reside resident residential
resign resolution resort respective respiration rest restrain restraint resume retail retain retch retort reveal revel
revenge revenue reverence reverend reverent revise revive revolution reward rhyme rice riddle ride rider ridge rifle
right rightly rigid rime ring rise rite river road roast robber robe rocket roman roof rope rose roster rote rotor
rough round rounded rouse route royal royalty rubber rugged rumble rumor runner rural rush rushing rusty sacred saddle
sadly safely safety sage sailor saint sake sale salmon salon saloon salvage salve same sample sand sandal satan satin
savage save saving savior savor sawyer scale scalp scamper scandal scape scar scare scared scarred scatter scene scent
scold scope score scorn scout scrape scream screaming screw scull sculptor sculpture seal search season seat seated
secede secession secret secrete section sector sedate seed seen seep seize select selection self sell senate send
sending senior sense sensor sensory serge serial serve server session settle settled settler seven sever severe sewed
sewer shade shaded shaft shake shaking shallow shame shape shaped share shark sharp shatter shave shaving shear shed
sheep sheer sheet shelf shell shift shine shining shipping shirt shock shoe shone shook shoot shooting shopping shore
short shot shout shouting shove shred shriek shrill shrine shrink shun shunt shut shutter sick side sidle sigh sight
silicon silicone silver simile simmer simple simply simulate sing singer single sinister sinner sister site sitter
sixth sixty size skill skirt skull slack slant slash slate slaughter slave sleep sleeping sleepy sleight slice slide
slight slightly slit sliver slop slope slum slump small smart smash smell smile smoke smother snail snake snarl sneer
sniff snore snort snout soar sober socialism socialist sock socket sodium soften soil solar solder soldier sole solid
solve somber sonar sonic sore sorrow sorry sort sound south space spacious spade spank spare spark speak spear special
specialism specially specious speck speed spell spend spice spike spill spine spire spit spite splash split spoil
spoke sport spot spray sprig spring squad square squat squire stable stack staff stage stain stained stair stake stalk
stall stamp stand staple star starch stare start starting startling starve state stationary stationery statue stature
status statute stay steak steal steam steel steep steer step stick sticky stiff stile still stimulate sting stipulate
stock stoke stole stolid stomp stone stoop stop store storey stork storm story stout stove strain strained strait
strand strange strangle straw stray streak stream streaming stress strew strewn stride strife strike string strip
stripe strive stroke strong strut study stuff stumble stump sturdy style succession suction suffer suit suite summary
summer summery sunny super superb supper sure surely surge swallow swamp swarm swear sweat sweaty sweep sweeping sweet
swell swerve swift swine swing switch swoop sword table tablet tack tackle tail tailor take tale talk tall tally
tamper tank taper taste tasty taunt taut tavern teach team tears tease teeth temper temporal temporary tempter tend
tender tendon tenet tenon tenor tense tension tent tenth terror thank theme there thereby thick thicken thicket thief
thigh thin thing think thorough though thought thrash thread threat three thresh thrill throat throb throne throng
through throw thrown thrust thumb thump thyme tick tidal tiger tight tightly timber timbre timer tinder tissue tithe
title toast tonal tone tonic tooth topic topical torch tortuous torturous total totter touch tough towel tower toxic
trace track tract traction trade trader trail train trained tramp trance trap travel tray tread treason treat treaty
tree trench trend tress trial tribe tribune tribute trick trifle trip trophic tropic tropical trough trowel truck
trump trunk trust tuck tumble tumor tunnel turban turbid turgid turning twice twine twitch typical umber umpire unable
unclear underlie underline undermine unify union unison unit unite united unity untie untied upper uranium urban
urbane urge usage utility utter vacation vague valance valence valley valor value valued values valve vandal vanish
vapor vault vector venal venial vent venue veracious veracity verge verse vertex verve very vice victor victory
villain villein violent violet viper viscous viscus vivid vocal vocation vogue voice volley voracious voracity vortex
vote voter vowel vulture wafer wages waist wait waiter waiting waive wake wallop wallow wander waning ward warden
warder warm wary waste watch water wave waver waves waxing wealth wear weary weather weave weaver wedge weep weigh
weight well wether whale wheat wheel whether while whining whiskey whisky white whole whose wide widen widow wield
wiggle wild wildly willing willow window wine wing winner winning winter wiper witch witness wizard woman women wonder
woods word words works world worry worse worst worth worthy would wound wounded wrath wreath wreathe wrench wretch
wright wring wrist write writer writhe writing wrong year yearly yearn yearning years yeast yellow yield youth
"""
COMMON = frozenset(_COMMON.split())
"""Words that a finger takes for one another."""

_SHORT = """
abet able ace ache acid acre act ad add afar age aged ago aid aide aim air airs airy akin all ally also amp an and
anew ant any apex apt arc arch are area arm arms army art arts as ash ask ass at ate atom aunt auto away awe awed awry
ax axe axis babe baby back bad bag bait bake bald bali balk ball ban band bang bank bar bare bark barn base bask bass
bat bath bawl bay be beak beam bean bear beat bed bee beef beer beg bell belt bend bent bern best bet bid big bill bin
bind bird bit bite blob blot blow blue blur boat bob body bog boil bold bolt bomb bond bone bony book boom boon boot
bore born boss both bout bow bowl box boy brag brow buck bud buff bug bulb bulk bull bum bump bunk burn burr bury bus
bush busy but butt buy buzz by cab cage cake calf call calm came camp can cane cap cape car card care cart case cash
cast cat cave cc cell cent chad chat chew chin chip chop cite city clad clam clap claw clay clip clod clog clot club
clue coal coat coax cock code coil coin cold colt comb come con cone cook cool coop cop cope copy cord core corn cost
coup cow cows cozy crew crib crop crow cry cuba cube cult cup curb cure curl cut cute cyst dab dad dam damn damp dare
dark dart dash data date dawn day dead deaf deal dear debt deck deed deem deep deer defy dent deny desk dew dial dice
did die diet dig dim dime din dine dip dirt disc dish disk dive do dock does dog doha don done doom door dose dot dove
down doze drab drag draw drew drip drop drug drum dry dual dub duck duct due duel dug dull duly dumb dump dung dusk
dust duty each ear earn ease east easy eat echo edge edgy egg eggs ego elbe else emit end envy epic era err eve even
ever evil eye eyed eyes face fact fade fail fair fake fall fame fan far fare farm fast fat fate fear feat fed fee feed
feel fell felt few fig fiji file fill film find fine fire firm fish fist fit five fix flag flap flat flaw fled flee
flew flip flop flow flu flux fly foam foe fog foil fold folk fond food fool foot for fork form fort foul four fox free
fret frog from fry fuel full fume fun fund fur fury fuse fuss gag gage gain game gang gap gas gasp gate gay gaze gear
gee get gift gilt girl give glad glee glow glue gnaw go goa goad goal goat god gold golf gone good got gown grab gram
gray grew grim grin grip grow grub gulf gull gulp gum gun gush gust gut guts guy gym hack had hail hair half hall halo
halt hand hang hard harm harp has hat hate haul have hawk hay haze he head heal heap hear heat heed heel heir held
hell helm help hem hen her herb herd here hero hers hid hide high hike hill him hint hip hire his hit hive hold hole
home hoof hook hoop hoot hop hope horn host hot hour how howl hub hue hued hug huge hulk hum hung hunt hurl hurt hush
hut hymn ice icy idea idle idly idol if ill in inch ink inn into ion iran iraq iron is it itch item its jab jade jail
jam jar java jaw jazz jeer jerk jest jet jilt job join joke jolt joy jump junk jury just keen keep ken kept key kick
kid kiev kill kind king kiss kit knee knew knit knob knot know kyiv lab lack lacy lad lady lag laid lake lamb lamp
land lane laos lap lash last late law lawn lay lazy lead leaf leak lean leap led leer left leg lend lens less lest let
levy liar lick lid lie life lift like lima limb limp line link lint lion lip list lit live load loaf loan lobe lock
loft log lone long look loom loon loop loot lord lore lose loss lost lot lots loud love low luck lug lull lump lung
lure lurk lust mad made maid mail main make male mali mama man many map mar mare mark mars mask mass mast mat mate may
maze me meal mean meat meek meet melt men mend mere mesh mess met mild mile milk mill mind mine miss mist mite mix
moan mob mock mode mold monk mood moon mop more most moth move much mud mule muse must mute my myth nab nag nail name
navy nay near neat neck need nest net new news next nice nile nine nip no nod non noon nor norm nose not note noun now
nude numb nun nut oak oath obey odd oder odor of off ogle oil oily okay old oman omen omit on once one only open opus
or oral ore orgy oslo our oust out oval over owe owl own oxen pace pack pad page paid pail pain pair pale palm pan
pane pant papa par park part pass past pat path paw pay pea peak pear peck peek peel peer peg pelt pen per peru pet
pick pie pig pile pill pin pine pink pipe pit pity plan play plod plot plow plug plum poem poet poke pole poll pond
pony pool poor pop pope pore pork port pose post pot pour pray prey pro prod prop pry puff pull pulp pump pure push
put putt quit quiz race rack raft rag rage raid rail rain rake ram ramp ran rank rap rape rare rat rate raw ray read
real reap rear red reek reel rein rend rent rest rib rice rich rid ride rig riga rim ring rip ripe rise risk rite road
roam roar rob robe rock rod rode role roll rome romp roof room root rope rose rosy rot row rpm rub rude rug ruin rule
run rush rust rut sack sad safe sag saga sage said sail sake sale salt same sand sane sang sank sap sash sat save saw
say scan scar sea seal seam sear seat sec see seed seek seem seep self sell send sent set sew sex sham she shed shin
ship shod shoe shop shot show shun shut shy sic sick side sift sigh sign silk sill silo sin sing sink sip sir sire sit
site six size skid skim skin skip sky slab slam slap slat slid slim slip slit slob slop slot slow slug slum smug snag
snap snow snub so soak soap soar sob sock sod sofa soft soil sold sole some son song soon sore sort soul soup sour sow
span sped spin spit spot spun spur spy star stay stem step stir stop stow stud stun such suck suds sue suit sum sun
sure swan sway swim tack tact tag tail take tale talk tall tame tan tank tap tape task taut tax taxi tea team tear
teat teen tell ten tend tent term test text than that thaw the them then they thin this thud thus tick tide tie tied
tilt time tin tint tiny tip tire tit to toad toe togo toil told toll tomb ton tone tons too took tool top tore torn
toss tour town toy trap tray tree trim trio trip trot true try tub tube tuck tug tune turn twig twin two type ugly
undo unit up upon urge us use used user vain vary vase vast veer veil vein vent verb very vest veto vice vie view vile
vine vote vow wade wag wage wail wait wake walk wall wane want war ward warm warn warp wary was wash watt wave wavy
wax way ways we weak wear web wed wee weed week weep weld well went were west wet what when whip whir whiz whom why
wide wife wild will win wind wine wing wink wipe wire wiry wise wish wit with woe woke won woo wood wool word wore
work worm worn wove wrap writ yank yard yawn year yell yelp yes yet you your zeal zero zinc zoo zoom
"""
SHORT = frozenset(_SHORT.split())
"""Words of two to four letters, and places: in a phrase one is no slip for another."""
