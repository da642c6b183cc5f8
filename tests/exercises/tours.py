"""What a walker without a plan does not come across: for each exercise the moves that bring its rarer texts on screen.

A tour gets the exercise at its start and `look`, which takes in the screen.
"""

from itertools import count, product

from screen import choose

from reiswijzer.exercises import clock
from reiswijzer.exercises.de_ontbrekende_brug_state import Own, boards, parts
from reiswijzer.exercises.keeping import KINDS
from reiswijzer.exercises.startpunt_rules import ROLES
from reiswijzer.journal import document
from reiswijzer.models.cascade_moves import one_move_solutions
from reiswijzer.models.conditions import Condition
from reiswijzer.models.data_gate import Step
from reiswijzer.models.form_fit import Contingency
from reiswijzer.models.gate import Question
from reiswijzer.models.narrative import Beat, Part
from reiswijzer.models.tensions import Tension
from reiswijzer.models.value_triangle import Value

ENDS_OF_THE_GATE = tuple(map(str.split, ("ja", "nee nee", "nee ja nee", "nee ja ja nee", "nee ja ja ja")))


def _every_option(question, look):
    for option in question.choice.options:
        choose(question, option.id)
        look()


def _pass_the_gate(questions, answers, look):
    for question, answer in zip(Question, answers, strict=False):
        choose(questions[question], answer)
        look()


def startpunt(exercise, look):
    for answers in ENDS_OF_THE_GATE:
        exercise.restart()
        _pass_the_gate(exercise.gate.questions, answers, look)
    for step, role in enumerate(ROLES, start=1):
        exercise.go(step)
        for ident, box in exercise.scans[role].statements.items():
            box.value = 1 if (role, Condition(ident.split()[1])) == ("rvc", Condition.RELATION) else 4
        look()
    exercise.go(4)
    for guess in (Condition.RELATION, Condition.AMBITION):
        exercise.compare.bet.value = str(guess)
        look()


def buig_de_curve(exercise, look):
    steps = range(len(exercise.texts.steps))
    for answers in ENDS_OF_THE_GATE:
        exercise.restart()
        exercise.line.commit.click()
        exercise.go(4)
        _pass_the_gate(exercise.goal.gate.questions, answers, look)
        for step, bet in ((5, exercise.forms.bet), (6, exercise.forms.contingencies.questions["eigenvorm"])):
            exercise.go(step)
            _every_option(bet, look)
        for contingency in Contingency:
            choose(exercise.forms.contingencies.questions[contingency], "2")
        look()
    exercise.go(3)
    for sentence in ("Huurders in Oost zijn veilig", "Een loket", "Huurders hebben impact", "Niemand is eenzaam"):
        exercise.goal.sentence.value = sentence
        look()
    for tension in Tension:
        choose(exercise.forms.wishes.questions[tension], "eerste")
    for levels in ((1, 3, 2, 3), (2, 2, 3, 3), (3, 1, 4, 1)):
        exercise.go(6)
        for contingency, level in zip(Contingency, levels, strict=True):
            choose(exercise.forms.contingencies.questions[contingency], str(level))
        _every_option(exercise.forms.contingencies.questions["eigenvorm"], look)
        for step in steps[6:]:
            exercise.go(step)
            look()


def een_deur_48_lijnen(exercise, look):
    exercise.go(2)
    exercise.forms[1].click()
    for option in exercise.bet_leave.choice.options:
        choose(exercise.bet_leave, option.id)
        exercise.leave.click()
        look()
        exercise.undo()
    exercise.go(3)
    for case in [*exercise.texts.data["case"], {"stops": ""}]:
        for step in Step:
            options = exercise.texts.data["gate"][step]["options"]
            exercise.gate.options[[each["yes"] for each in options].index(step != case["stops"])].click()
            look()
            if step == case["stops"]:
                break
        exercise.gate.following.click()
        look()
    exercise.go(4)
    exercise.debt.weigh.click()
    for value in Value:
        exercise.debt.points[value].value = 9
        look()
    for value in Value:
        exercise.debt.arguments[value].value = "omdat het gezin het vroeg"
        look()
    exercise.go(6)
    exercise.own.fields["rollen"].value = "huisarts\nwijkteam"
    look()


def wie_leidt_hier(exercise, look):
    choose(exercise.bet.first, "a")
    exercise.go(2)
    look()
    exercise.go(1)
    for _ in range(2):
        exercise.play.tables["a"].seats["1"].click()
        look()
    view = exercise.table.view
    for step in (5, 7):
        exercise.go(step)
        exercise.free.pick.value = "eigen"
        look()
    exercise.go(4)
    names = list(view.seats)
    for seats in ([*names, "Politie"], names, [*names[:-1], "Huisarts"]):
        view.set_state({"seats": seats, "ratings": [[0] * len(seats) for _ in seats]})
        look()
    size = len(names)
    # Two who rely on each other alone; everyone on one; nobody on anybody.
    alone = [[5 if {i, j} == {0, 1} else 1 for j in range(size)] for i in range(size)]
    on_one = [[5 if j == 1 else 2 for j in range(size)] for _ in range(size)]
    nobody = [[1] * size for _ in range(size)]
    for table, place in product((alone, on_one, nobody), range(2)):
        rows = [[0 if i == j else value for j, value in enumerate(row)] for i, row in enumerate(table)]
        exercise.go(4)
        view.set_state({"ratings": rows})
        look()
        exercise.go(5)
        exercise.act(answers={}, emptied={})
        exercise.leave.round.seats[str(place + 1)].click()
        look()
    exercise.go(4)
    view.set_state({"ratings": [[0] * size, *view.ratings[1:]]})
    look()


def de_ontbrekende_brug(exercise, look):
    _solve(exercise, look)
    _fail(exercise, look)
    for step, bet in ((2, exercise.see.second), (4, exercise.switch.bet), (5, exercise.slip.bet)):
        exercise.go(step)
        for option in bet.choice.options:
            choose(bet, option.id)
            if step == 4:
                choose(exercise.switch.question, "koppen")
            look()
    _draw_own(exercise, look)


def _to_the_end(network, look):
    network.shown = len(network.frames) - 1
    look()


def _solve(exercise, look):
    play = exercise.play
    exercise.go(1)
    for wrong in (("beginnen", "corp"), *[("winst", "ggz")] * 2):
        play.network.ask(*wrong)
        look()
    for board in boards(exercise.texts).values():
        for solution in one_move_solutions(board.puzzle):
            while play.take_back.disabled is False:
                play.take_back.click()
            kind, nodes = parts(solution)
            play.network.ask(kind, *nodes)
            _to_the_end(play.network, look)
        play.more.unfold.click()
        look()
        play.more.next.click()


def _fail(exercise, look):
    play = exercise.play
    exercise.restart()
    exercise.go(1)
    for nodes in (("ggz", "schuld"), ("welz", "schuld"), ("ggz", "pol")):
        play.network.ask("leggen", *nodes)
        _to_the_end(play.network, look)
    play.network.ask("leggen", "corp", "ggz")
    look()
    play.take_back.click()
    play.take_back.click()
    play.network.ask("leggen", "gem", "zorg")
    _to_the_end(play.network, look)


def _draw_own(exercise, look):
    free = exercise.free
    exercise.go(7)
    for names in ("", "a", "a\nb", "a\nb\nc"):
        free.names.value = names
        if names == "a\nb":
            free.network.ask("verbreken", "1", "2")
        free.search.click()
        for shown in range(len(free.network.frames)):
            free.network.shown = shown
            look()
    # Two who wait for each other and see nobody join: one contact with who began helps, or none does.
    free.names.value = "a\nb\nc"
    for percent in (40, 100):
        own = Own("a\nb\nc", frozenset({frozenset("23")}), frozenset("1"), percent=percent)
        exercise.act(own=own)
        free.search.click()
        look()


def _let_pass(hours):
    """Look at the clock so often: with every look an hour and a second pass."""
    for _ in range(hours):
        clock.now()


def wat_blijft_hangen(exercise, look):
    def estimate(moment, door, consulting):
        for topic, typed in (("deur", door), ("spreekuur", consulting)):
            exercise.boxes[moment, topic].value = typed
            look()

    for odd, after in product((0, 1), (("80", "45"), ("40", "45"))):
        exercise.restart()
        for seconds in count():
            exercise.boxes["vooraf", "deur"].value = "40"
            if exercise.state.started % 2 == odd:
                break
            exercise.restart()
            _let_pass(seconds)
        estimate("vooraf", "40", "10")
        exercise.go(1)
        look()
        exercise.go(2)
        estimate("na", *after)
        exercise.go(3)
        _let_pass(24 * (1 + 2 * odd))
        estimate("later", "70", "20")
    exercise.restart()
    exercise.go(2)
    estimate("na", "80", "45")
    exercise.go(3)
    estimate("later", "70", "20")
    exercise.go(2)
    for option in exercise.bet.choice.options:
        choose(exercise.bet, option.id)
        exercise.go(3)
        look()
        exercise.go(2)
    exercise.restart()
    exercise.go(5)
    told = {
        Part.SELF: "Vorige winter stond ik in een keuken en wist ik niet meer wie er over ging. ",
        Part.US: "Wij van de corporatie spraken af dat er iemand opneemt, ook als het regent. ",
        Part.NOW: "Daarom vraag ik u, wethouder, om op 12 maart een uur mee te lopen over de galerij. ",
    }
    for (place, part), beat in product(enumerate(Part), Beat):
        exercise.story.tabs[place].click()
        exercise.story.boxes[beat].value = told[part] + told[part].replace(".", f" ({beat}).")
        look()
    exercise.restart()
    estimate("vooraf", "40", "10")
    estimate("na", "80", "45")
    _let_pass(30)
    exercise.keeping.keeper.stored = document.write(exercise.ident, exercise.state, KINDS)
    look()


def casussen_onderzoeken(exercise, look):
    exercise.go(1)
    exercise.domain.value = next(key for _, key in exercise.domain.options if key)
    for number, setback in product("12345", ("ja", "nee")):
        exercise.insight.value, exercise.setback.value = number, setback
        look()


def verhaal_of_meting(exercise, look):
    programmes = tuple(exercise.programmes)

    def lay_down(programme, option, percent):
        screen = exercise.programmes[programme]
        exercise.go(programmes.index(programme))
        choose(screen.bet, option)
        choose(screen.sure, percent)
        screen.commit.click()
        look()

    def end():
        exercise.go(len(programmes))
        look()

    exercise.programmes["top600"].peek.click()
    look()
    end()
    for place, percent in ((0, "100"), (1, "50"), (0, "60"), (1, "70"), (0, "80"), (1, "90")):
        exercise.restart()
        for programme in programmes:
            options = exercise.texts.choice(programme).options
            lay_down(programme, options[place].id, percent)
            end()
    exercise.unfold("uitleg")
    look()
    came = exercise.texts.data["uit"]
    for right, percent in ((4, "80"), (5, "60"), (1, "90")):
        exercise.restart()
        for place, programme in enumerate(programmes):
            other = next(each.id for each in exercise.texts.choice(programme).options if each.id != came[programme])
            lay_down(programme, came[programme] if place < right else other, percent)
        end()


def uw_samenwerking(exercise, look):
    describing = exercise.describing
    describing.example.click()
    for step in range(len(exercise.texts.steps)):
        exercise.go(step)
        look()
    exercise.go(2)
    exercise.like.peek.click()
    look()
    exercise.go(0)
    describing.away.click()
    look()
    for form in exercise.texts.data["vormen"]:
        describing.lists["vorm"].value = form
        look()
    # Three neighbours of which two alike in form; one neighbour; neighbours without a setback that was found (in the
    # last domain); and from one to the next other neighbours than the bet was about.
    for result in ("ouderen in het dorp", "dementie", "armoede en schulden", "iets", "opvang en incasso"):
        exercise.go(0)
        describing.written["resultaat"].value = result
        for domain, form in (("", ""), ("zorg", "netwerk"), ("wonen-zorg", "cooperatie"), ("wonen", "afspraak")):
            describing.lists["domein"].value, describing.lists["vorm"].value = domain, form
            look()
        exercise.go(2)
        look()
        exercise.go(1)
        if exercise.bet.bet.layout.display is None:
            look()
            for option in exercise.bet.bet.choice.options:
                exercise.go(1)
                choose(exercise.bet.bet, option.id)
                look()
                exercise.go(2)
                look()
    exercise.go(4)
    exercise.ask.question.value = "Wanneer merkten jullie het?"
    look()


TOURS = {
    "startpunt": startpunt,
    "buig-de-curve": buig_de_curve,
    "een-deur-48-lijnen": een_deur_48_lijnen,
    "wie-leidt-hier": wie_leidt_hier,
    "de-ontbrekende-brug": de_ontbrekende_brug,
    "wat-blijft-hangen": wat_blijft_hangen,
    "casussen-onderzoeken": casussen_onderzoeken,
    "verhaal-of-meting": verhaal_of_meting,
    "uw-samenwerking": uw_samenwerking,
}
