"""Refusals: what the desk says no to. Each carries the text key and arguments that explain it to a person."""

from typing import Any


class Refusal(Exception):
    """The desk understood and declines; nothing was changed."""

    key = "refused"

    def __init__(self, **args: Any) -> None:
        super().__init__(f"{self.key} {args}" if args else self.key)
        self.args_for_text = args


_OF_CITIZENS = frozenset({"add", "supply", "remind", "withdraw", "redirect"})


class IllegalMove(Refusal):
    """The case's status does not allow this action."""

    key = "refused-move"

    def __init__(self, status: str, action: str) -> None:
        if action in _OF_CITIZENS:
            self.key = "refused-own-move"
        super().__init__(status=status, action=action)
        self.status, self.action = status, action


class NotAllowed(Refusal):
    """This person may not do that."""

    key = "refused-not-allowed"


class DispatchersOnly(Refusal):
    """A step that dispatchers and admins take."""

    key = "refused-dispatchers-only"


class AdminOnly(Refusal):
    """A step that only admins take."""

    key = "refused-admin-only"


class OwnInvitation(Refusal):
    """Somebody opens the link they made for another; it stays good."""

    key = "refused-own-invitation"


class SameInvitation(Refusal):
    """Somebody opens the link by which they came, once more."""

    key = "refused-same-invitation"


class NoFiles(Refusal):
    """A clerk sends what can't go to a citizen, or a file where only words are asked for."""

    key = "refused-no-files"


class NotInvited(Refusal):
    """Somebody without a role presses a staff button or types a staff command."""

    key = "refused-not-invited"


class AnonymousAdmin(Refusal):
    """An anonymous group administrator has no identity to act under."""

    key = "refused-anonymous"


class NoSuchCase(Refusal):
    """Unknown number, or a case this person may not know of: the two look the same on purpose."""

    key = "refused-no-such-case"


class AlreadyClaimed(Refusal):
    """Somebody else was faster."""

    key = "refused-already-claimed"


class AlreadyYours(Refusal):
    """A second claim by the one who has the case."""

    key = "refused-already-yours"


class AlreadyMoved(Refusal):
    """Somebody else sent the case on while this button was on the screen."""

    key = "refused-already-moved"


class Locked(Refusal):
    """Offices passed this case on twice: only a dispatcher moves it now."""

    key = "refused-locked"


class Conflicted(Refusal):
    """The case complains about this office: it can't be sent there. `office`: its id."""

    key = "accused-refused"


class OwnOffice(Refusal):
    """Somebody would decide that their own office is not complained about."""

    key = "accused-own-office"


class NobodyLeft(Refusal):
    """Everybody who could see the case belongs to the office complained about."""

    key = "accused-nobody-left"


class Sealed(Refusal):
    """What was told in confidence is not shown or written about in this chat."""

    key = "seal-not-here"


class SealedForHandler(Refusal):
    """What was told in confidence is read by the handler, once there is one, and by those who send on and watch."""

    key = "seal-not-yours"


class AlreadySealed(Refusal):
    key = "seal-already"


class NoPrivateChat(Refusal):
    """Something for one person's eyes only, and their private chat can't be reached."""

    key = "reveal-no-private"


class HandlerOnly(Refusal):
    """How to reach a citizen is shown to the one who works on the case."""

    key = "reveal-not-yours"


class NothingToReveal(Refusal):
    """The citizen left no number."""

    key = "reveal-nothing"


class AlreadyGraded(Refusal):
    """The time for a case is not the ordinary one any more."""

    key = "refused-already-graded"


class TooLate(Refusal):
    """A decision that has to come before news of a case is due."""

    key = "refused-too-late"


class SameDepartment(Refusal):
    """A transfer to the department that has the case."""

    key = "refused-same-department"


class ReturnTooLate(Refusal):
    """An office had its time to send a case back; now it deals with it or passes it on."""

    key = "refused-return-late"


class AlreadyProposed(Refusal):
    """One thing at a time waits for approval."""

    key = "refused-already-proposed"


class NothingProposed(Refusal):
    """Somebody would agree or not, and nothing waits for it."""

    key = "refused-nothing-proposed"


class ExtendTooLate(Refusal):
    """More time is asked for before it has run out."""

    key = "refused-extend-late"


class ExtensionSpent(Refusal):
    """More working days than a case can still get."""

    key = "refused-extension-spent"


class NoTerm(Refusal):
    """Nothing is due that could be due later."""

    key = "refused-no-term"


class DeferralsSpent(Refusal):
    """A case was deferred as often as it can be."""

    key = "refused-deferrals-spent"


class NoDay(Refusal):
    """A deferral without a date."""

    key = "refused-no-day"


class BadDay(Refusal):
    """A date that is not ahead, or too far ahead."""

    key = "refused-bad-day"


class NoPlan(Refusal):
    """A deferral that says when and not what."""

    key = "refused-no-plan"


class AccusedOffice(Refusal):
    """The office that is complained about has no part in the case."""

    key = "refused-accused-office"


class Confidential(Refusal):
    """Only a dispatcher lets another office see a confidential case."""

    key = "refused-confidential"


class SupportOnly(Refusal):
    """An office that contributes does not answer the citizen."""

    key = "refused-support-only"


class SameHandler(Refusal):
    """The case is handed to the one who has it."""

    key = "refused-same-handler"


class NoSuchDepartment(Refusal):
    key = "refused-no-such-department"


class SeveralDepartments(Refusal):
    """A short name or alias that more than one department has."""

    key = "refused-several-departments"


class NobodyOfThatName(Refusal):
    """Neither a colleague nor a department is called so."""

    key = "refused-nobody-of-that-name"


class WholeCity(Refusal):
    """A role that has no department, and one was named."""

    key = "refused-whole-city"


class BadOffice(Refusal):
    """A department can't be set up, changed or closed like this; `key` says what is wrong, with an example."""

    key = "dept-bad"

    def __init__(self, key: str, **args: Any) -> None:
        self.key = key
        super().__init__(**args)


class StaleButton(Refusal):
    """The thing the button belonged to is gone or has moved on."""

    key = "refused-stale-button"


class SupervisorOnly(Refusal):
    """A decision that only those take who watch over all offices."""

    key = "refused-supervisor-only"


class OwnMatter(Refusal):
    """A supervisor decides on a matter of their own."""

    key = "refused-own-matter"


class AlreadyDecided(Refusal):
    """Another supervisor was faster."""

    key = "refused-already-decided"


class AlreadyRated(Refusal):
    """All three questions were answered before."""

    key = "refused-already-rated"


class FollowUpOver(Refusal):
    """The answer that a follow-up asks about does not stand any more, or nothing more can come of it."""

    key = "refused-follow-up-over"


class BadCode(Refusal):
    """Unknown, used or expired invitation."""

    key = "refused-bad-code"


class EmptyText(Refusal):
    """Nothing to say was left after taking away what can't be seen."""

    key = "refused-empty"


class FindHow(Refusal):
    """A search for nothing in particular."""

    key = "find-how"


class NotYourList(Refusal):
    """Somebody presses in a colleague's list."""

    key = "refused-not-your-list"


class TooManyFiles(Refusal):
    key = "refused-too-many-files"


class TextTooLong(Refusal):
    key = "refused-too-long"


class Usage(Refusal):
    """A command without what it needs; `example` shows it right."""

    key = "refused-usage"


class TrainingRuns(Refusal):
    """One retraining at a time."""

    key = "refused-training-runs"


class NothingNew(Refusal):
    """No label since the model in force was trained: it would come out the same."""

    key = "refused-nothing-new"


class NoOlderModel(Refusal):
    key = "refused-no-older-model"


class NoSuchModel(Refusal):
    key = "refused-no-such-model"


class BeingSent(Refusal):
    """An answer is held and goes out by itself: it can be taken back, nothing else."""

    key = "refused-being-sent"


class NotHeld(Refusal):
    """Too late to take an answer back."""

    key = "refused-not-held"


class MovedOn(Refusal):
    """The case went to another office while an answer was held."""

    key = "refused-moved-on"


class NothingToCorrect(Refusal):
    """A correction where nothing was answered."""

    key = "refused-nothing-to-correct"


class TemplateHow(Refusal):
    """A template without a name or without words."""

    key = "refused-template-how"


class TooManyTemplates(Refusal):
    """An office keeps as many templates as can be looked over."""

    key = "refused-too-many-templates"


class WhichOffice(Refusal):
    """Somebody leads several offices: it is not clear for which one this is."""

    key = "refused-which-office"


class StaleWrite(Exception):
    """The row changed between load and save: load again and decide again."""
