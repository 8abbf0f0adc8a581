from tests.reconcile.made import Act, Figure, Role, at, chain, made, name, names, report, when
from truceline.model import Name, Origin, Report, Statement, Voice, VoiceClass
from truceline.reconcile import copies, origins
from truceline.reconcile.scene import arrange

LONG = ("The port of Osmund was shelled on Monday and its cranes burned through the night while the fire brigade "
        "looked "
        "for water that the siege had cut off from the whole lower town.")


def roots(reports: list[Report], statements: list[Statement]) -> tuple[Origin, ...]:
    return origins.of(statements, arrange(reports, statements, (), {}), copies.find(reports))


def hit(of: Report) -> Act:
    return made(Act, of, "was shelled on Monday", type="ASSAULT", where=at("Osmund"), when=when("2031-05-01"))


def test_two_copies_of_a_wire_are_one_voice_and_a_third_outlet_another() -> None:
    wire = report("wire", f"OSMUND, May 1 (Northcape) - {LONG}", "2031-05-01")
    copy, own = report("copy", LONG), report("own", "Osmund was shelled on Monday, as our man in the port saw.")
    found = roots([wire, copy, own], [hit(one) for one in (wire, copy, own)])
    assert [(one.root, one.reports) for one in found] == [("Northcape", ("wire", "copy")), ("The own", ("own",))]


def test_four_outlets_with_one_count_are_one_voice() -> None:
    told = [report(f"r{at}", f"Outlet {at} heard from the Harbour Union that nine had died.") for at in range(4)]
    counted = [made(Figure, one, "nine had died", measure="killed", value=9, chain=chain("Harbour Union"))
               for one in told]
    found = roots(told, list(counted))
    assert [(one.root, one.reason) for one in found] == [("Harbour Union", "one count")]


def test_an_organisation_is_heard_through_the_person_who_speaks_for_it() -> None:
    one = report("one", "The Lower Bank Front denied it.")
    two = report("two", "Sela Dorn, spokeswoman of the Lower Bank Front, denied it.")
    role = made(Role, two, "spokeswoman of the Lower Bank Front", person=name("Sela Dorn"), title="spokeswoman",
                organisation=name("Lower Bank Front"))
    said = [made(Act, one, "denied it", chain=chain("Lower Bank Front")),
            made(Act, two, "denied it", chain=chain("Sela Dorn", "Lower Bank Front"))]
    scene = arrange([one, two], [*said, role], (), {})
    assert [one.root for one in origins.of(said, scene, copies.find([one, two]))] == ["Sela Dorn"]


def test_two_unnamed_voices_count_apart_but_not_within_copies() -> None:
    unnamed = (Voice(Name("a diplomat", "a diplomat"), VoiceClass.UNNAMED),)
    one, two = report("one", f"A diplomat said. {LONG}"), report("two", "A diplomat said: it was shelled on Monday.")
    copy = report("copy", f"A diplomat said. {LONG}")
    said = [made(Act, of, "was shelled on Monday", type="ASSAULT", chain=unnamed) for of in (one, two, copy)]
    assert len(roots([one, two, copy], list(said))) == 2


def test_what_a_person_demands_is_that_persons_word_in_any_outlet() -> None:
    told = [report(key, "Brandt demanded the lifting of the siege.") for key in ("a", "b")]
    said = [made(Act, one, "demanded the lifting of the siege", type="REQUEST", actors=names("Ilka Brandt"))
            for one in told]
    assert [one.root for one in roots(told, list(said))] == ["Ilka Brandt"]


def test_a_second_voice_of_one_side_says_so_and_the_other_side_does_not() -> None:
    one = report("one", "Sela Dorn, spokeswoman of the Lower Bank Front, said the port was shelled on Monday.")
    two = report("two", "Commander Tarn of the Lower Bank Front said the port was shelled on Monday.")
    three = report("three", "Mayor Ilka Brandt said the port was shelled on Monday.")
    roles: list[Statement] = [
        made(Role, one, "spokeswoman of the Lower Bank Front", person=name("Sela Dorn"), title="spokeswoman",
             organisation=name("Lower Bank Front")),
        made(Role, two, "Commander Tarn of the Lower Bank Front", person=name("Tarn"), title="commander",
             organisation=name("Lower Bank Front"))]
    said: list[Statement] = [
        made(Act, of, "the port was shelled on Monday", type="ASSAULT", chain=chain(who))
        for of, who in ((one, "Sela Dorn"), (two, "Tarn"), (three, "Ilka Brandt"))]
    scene = arrange([one, two, three], [*said, *roles], (), {})
    found = origins.of(said, scene, copies.find([one, two, three]))
    assert [origin.reason for origin in found] == [
        "one speaker", "one speaker, same side as Sela Dorn", "one speaker"]
    assert origins.sides(found) == 2


def test_one_voice_that_tells_and_counts_is_one() -> None:
    one = report("one", "The Harbour Union said the port was shelled, killing nine.")
    said: list[Statement] = [
        made(Act, one, "the port was shelled", type="ASSAULT", chain=chain("Harbour Union")),
        made(Figure, one, "killing nine", measure="killed", value=9, chain=chain("Harbour Union"))]
    assert [origin.root for origin in roots([one], said)] == ["Harbour Union"]


def test_local_medics_with_one_toll_in_two_reports_are_counted_once() -> None:
    one = report("one", "Local medics counted nine dead.")
    two = report("two", "Nine dead, said local medics, were brought in.")
    said: list[Statement] = [
        made(Figure, of, quote, measure="killed", value=9, chain=(Voice(name("local medics"), VoiceClass.UNNAMED),))
        for of, quote in ((one, "nine dead"), (two, "Nine dead"))]
    assert len(roots([one, two], said)) == 1
