from tests.reconcile.made import Issue, Stance, made, name, report, when
from truceline.reconcile import reconcile


def test_positions_of_one_holder_on_one_issue_stand_in_order_of_time() -> None:
    one = report("one", "The Front rejects direct talks.", "2031-05-02")
    two = report("two", "The Front would accept direct talks, it said on 1 April.", "2031-05-01")
    holder = name("Lower Bank Front")
    now = made(Stance, one, "rejects direct talks", holder=holder, issue=Issue.DIRECT_TALKS, position="rejects")
    then = made(Stance, two, "would accept direct talks", holder=holder, issue=Issue.DIRECT_TALKS, position="accepts",
                when=when("2031-04-01"))
    (board,) = reconcile([one, two], [now, then]).stances
    assert board.fields["holder"]["name"] == "Lower Bank Front"
    assert [(row["position"], row["statement"]) for row in board.fields["positions"]] == [
        ("accepts", then.id), ("rejects", now.id)]


def test_a_position_without_holder_or_issue_is_on_no_board() -> None:
    one = report("one", "It rejects direct talks.")
    told = [made(Stance, one, "rejects direct talks", issue=Issue.DIRECT_TALKS, position="rejects"),
            made(Stance, one, "rejects direct talks", holder=name("Osmund"), position="rejects")]
    assert reconcile([one], list(told)).stances == ()
