"""Pairs of English words that mean another thing, most of them the contrary, and are spelled nearly alike."""

from __future__ import annotations

_PAIRS = """
import/export imports/exports importing/exporting importer/exporter importation/exportation internal/external
interior/exterior include/exclude including/excluding inclusion/exclusion inclusive/exclusive inhale/exhale
inhalation/exhalation implicit/explicit implosion/explosion introvert/extrovert intrinsic/extrinsic inward/outward
immigrate/emigrate immigrant/emigrant immigration/emigration imminent/eminent increase/decrease increasing/decreasing
inflation/deflation inflationary/deflationary induction/deduction inductive/deductive ascend/descend
ascending/descending ascent/descent ascendant/descendant appreciate/depreciate appreciation/depreciation
assent/dissent accept/except access/excess maximum/minimum maximize/minimize maximization/minimization
maximise/minimise majority/minority major/minor hypertension/hypotension hyperthermia/hypothermia
hyperglycemia/hypoglycemia hyperthyroidism/hypothyroidism hypertonic/hypotonic hyperactive/hypoactive
endothermic/exothermic endogenous/exogenous endocytosis/exocytosis endoskeleton/exoskeleton
international/intranational interstate/intrastate internet/intranet intercellular/intracellular intermural/intramural
interpersonal/intrapersonal macroscopic/microscopic macroeconomics/microeconomics macrocosm/microcosm
ultrasound/infrasound ultrastructure/infrastructure prescribe/proscribe prescription/proscription precede/recede
recession/precession progression/regression progressive/regressive progress/regress predict/edict converge/diverge
convergent/divergent concord/discord attach/detach encourage/discourage afferent/efferent affect/effect
abduction/adduction abduct/adduct absorption/adsorption absorb/adsorb nitrate/nitrite nitrates/nitrites
sulphate/sulphite sulfate/sulfite sulfide/sulfite chlorate/chlorite chloride/chlorite phosphate/phosphite
ethane/ethene ethene/ethyne propane/propene butane/butene pentane/pentene hexane/hexene alkane/alkene alkene/alkyne
methane/ethane methanol/ethanol ethanol/ethanal propanol/propanal pentane/hexane amine/amide amine/imine
maltose/maltase lactose/lactase sucrose/sucrase nucleotide/nucleoside carbonate/bicarbonate ammonia/ammonium
symmetric/asymmetric symmetry/asymmetry typical/atypical theist/atheist theism/atheism biotic/abiotic social/asocial
sexual/asexual political/apolitical moral/amoral moral/immoral literate/illiterate legal/illegal logical/illogical
legible/illegible regular/irregular responsible/irresponsible rational/irrational possible/impossible mortal/immortal
mobile/immobile balance/imbalance mature/immature perfect/imperfect active/inactive visible/invisible
capable/incapable complete/incomplete correct/incorrect dependent/independent dependence/independence direct/indirect
finite/infinite formal/informal organic/inorganic vertebrate/invertebrate voluntary/involuntary able/unable
equal/unequal certain/uncertain known/unknown stable/unstable usual/unusual employed/unemployed
employment/unemployment common/uncommon constitutional/unconstitutional agree/disagree appear/disappear
approve/disapprove honest/dishonest obey/disobey order/disorder advantage/disadvantage armament/disarmament
conductor/nonconductor smoker/nonsmoker violence/nonviolence understand/misunderstand behave/misbehave
clockwise/anticlockwise thesis/antithesis body/antibody matter/antimatter activate/deactivate centralise/decentralise
regulate/deregulate colonization/decolonization nationalisation/denationalisation segregation/desegregation
construction/destruction overestimate/underestimate superior/inferior upstairs/downstairs northern/southern
eastern/western southeast/southwest northeast/northwest southeastern/southwestern northeastern/northwestern
employer/employee trainer/trainee interviewer/interviewee payer/payee lessor/lessee patriarch/matriarch
patriarchy/matriarchy paternal/maternal paternity/maternity homogeneous/heterogeneous homozygous/heterozygous
homosexual/heterosexual genotype/phenotype monogamy/polygamy monotheism/polytheism monomer/polymer
unilateral/bilateral bilateral/trilateral unicameral/bicameral mitosis/meiosis stalactite/stalagmite
astronomy/astrology anode/cathode cation/anion oviparous/viviparous communist/communism socialist/socialism
capitalist/capitalism federalist/federalism nationalist/nationalism nationalism/rationalism perimeter/parameter
millimetre/millilitre centimetre/centilitre millimeter/kilometer decimetre/decametre evolution/revolution
evolution/devolution emission/omission migrate/emigrate merge/emerge tangent/cotangent secant/cosecant
efficient/coefficient efficient/inefficient sufficient/insufficient deficit/surplus seventeen/seventy fourteen/forty
fifteenth/fiftieth nineteenth/ninetieth million/billion principal/principle complement/compliment
stationary/stationery council/counsel desert/dessert loose/lose quiet/quite angel/angle trial/trail diary/dairy
breath/breathe cloths/clothes advice/advise device/devise casual/causal marital/martial cavalry/calvary united/untied
sacred/scared unclear/nuclear reactive/creative conservation/conversation conversion/conversation moral/morale
personal/personnel statue/statute precedent/president perspective/prospective persecute/prosecute
persecution/prosecution ingenious/ingenuous eclipse/ellipse neuron/neutron proton/photon radius/radium larva/lava
imperial/impartial immunity/impunity ordinance/ordnance veracious/voracious tortuous/torturous parish/perish
county/country vocation/vacation Gambia/Zambia Austria/Australia Slovakia/Slovenia Iran/Iraq Niger/Nigeria
Mauritius/Mauritania Guyana/Guiana Iceland/Ireland Lagos/Laos Rhine/Rhone Algeria/Algiers Vienna/Vienne
Dominica/Dominican India/Indiana house/horse light/night mouth/month river/liver sheep/sleep state/slate
"""
OPPOSITES = tuple((one, other) for one, other in (pair.split("/") for pair in _PAIRS.split()))
