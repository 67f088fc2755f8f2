"""The desk learns: labels by hand, retraining, and which model is in force."""

from collections.abc import Sequence
from typing import Any

from bot.core.case import Case
from bot.core.errors import (
    NoOlderModel,
    NoSuchModel,
    NotAllowed,
    NothingNew,
    StaleButton,
    TrainingRuns,
)
from bot.core.learning import NONE, Label, Source
from bot.core.notices import Priority
from bot.departments import DOMAINS
from bot.service.acting import load
from bot.service.desk import Desk
from bot.service.handling import staff
from bot.service.oversight import admin
from bot.service.saying import say, voice_for
from bot.store import learning, outbox, people, slots
from bot.store.db import Reader, Tx
from bot.store.files import keep_file
from bot.store.learning import InForce, Training
from bot.store.outbox import Say
from bot.views import learning as view
from bot.views.content import Content

LABEL_SLOT = "label"
RECENT_DAYS = 31


def slot_of(training_id: int) -> str:
    return f"training:{training_id}"


# --- retraining


async def ask_retrain(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> None:
    """Begin a retraining; the trainer finds it. Raises TrainingRuns, NothingNew."""
    await admin(tx, person_id)
    running = await learning.in_work(tx.conn)
    if running is not None:
        raise TrainingRuns(at=desk.house.when(running.began_at))
    seen = next((t.result.get("last_label", 0) for t in await learning.adopted(tx.conn)), 0)
    new = await learning.count_labels(tx.conn, seen)
    if not new:
        raise NothingNew
    training_id = await learning.begin_training(tx, person_id, chat_id, desk.brain.version)
    await people.note(tx, person_id, "retrain", training=training_id, champion=desk.brain.version)
    content = view.progress(desk.house, training_id, "wait", 0.0, new)
    await say(tx, chat_id, content, "training", slot=slot_of(training_id))


async def show_progress(tx: Tx, desk: Desk, training: Training, stage: str, share: float, count: int) -> None:
    now = await learning.training(tx.conn, training.id)
    if now is None or now.status != "running":
        return  # stopped meanwhile
    voice = await voice_for(tx, desk, training.chat_id)
    content = view.progress(voice, training.id, stage, share, count)
    await say(tx, training.chat_id, content, "training", Priority.NOTICE, slot=slot_of(training.id))


async def finish(
    tx: Tx, desk: Desk, training: Training, challenger: str, result: dict[str, Any], picture: bytes
) -> bool:
    """The challenger is ready: the admin sees both models side by side and decides. False: stopped meanwhile."""
    if not await learning.move_training(
        tx, training.id, ("running",), "ready", challenger=challenger, result=result
    ):
        return False
    voice = await voice_for(tx, desk, training.chat_id)
    digest = await keep_file(tx, picture)
    name = voice.plain("training-picture-name")
    photo = {
        "photo": {"$file": digest, "name": f"{name}.png"},
        "caption": voice.say("training-picture", model=challenger),
        "parse_mode": "HTML",
    }
    over = view.ended(voice, "training-ended", {})
    await say(tx, training.chat_id, over, "training", slot=slot_of(training.id), edit_only=True)
    await outbox.add(tx, Say(training.chat_id, "sendPhoto", photo, "training-picture"))
    content = view.comparison(voice, training.id, challenger, result)
    await say(tx, training.chat_id, content, "training-ready", slot=_choice_slot(training.id))
    return True


def _choice_slot(training_id: int) -> str:
    return f"{slot_of(training_id)}:choice"


async def fail(tx: Tx, desk: Desk, training: Training, why: str, detail: str = "") -> None:
    """A retraining came to nothing; the model in force stays. `why`: the end of a text key."""
    result = {"error": why, "detail": detail[:500]}
    if await learning.move_training(tx, training.id, learning.RUNNING, "failed", result=result):
        voice = await voice_for(tx, desk, training.chat_id)
        content = view.ended(voice, f"training-failed-{why}", {"detail": detail[:300]})
        await say(tx, training.chat_id, content, "training", slot=slot_of(training.id))


async def stop(tx: Tx, desk: Desk, person_id: int, training_id: int) -> None:
    """Break off a retraining; the trainer sees it and ends the process."""
    await admin(tx, person_id)
    training = await learning.training(tx.conn, training_id)
    if training is None or not await learning.move_training(tx, training_id, learning.RUNNING, "stopped"):
        raise StaleButton
    content = view.ended(await voice_for(tx, desk, training.chat_id), "training-stopped", {})
    await say(tx, training.chat_id, content, "training", slot=slot_of(training_id))


async def decide(tx: Tx, desk: Desk, person_id: int, training_id: int, verb: str) -> str:
    """adopt, adopt-anyway, or discard a finished challenger; what became of it. Raises StaleButton."""
    await admin(tx, person_id)
    training = await learning.training(tx.conn, training_id)
    if training is None or training.status != "ready" or training.challenger is None:
        raise StaleButton
    slot = _choice_slot(training_id)
    voice = await voice_for(tx, desk, training.chat_id)
    if verb == "adopt" and training.result["worse"]:
        await say(tx, training.chat_id, view.sure(voice, training), "training-ready", slot=slot)
        return "asked"
    if verb == "discard":
        await learning.move_training(tx, training_id, ("ready",), "discarded")
        await people.note(tx, person_id, "discard-model", model=training.challenger)
        content = view.ended(voice, "training-discarded", {"model": desk.brain.version})
        await say(tx, training.chat_id, content, "training-ready", slot=slot)
        return "discarded"
    if verb not in ("adopt", "adopt-anyway"):
        raise StaleButton
    await learning.move_training(tx, training_id, ("ready",), "adopted")
    await _switch(tx, person_id, training.challenger, anyway=verb == "adopt-anyway")
    content = view.ended(voice, "training-adopted", {"model": training.challenger})
    await say(tx, training.chat_id, content, "training-ready", slot=slot)
    return "adopted"


# --- which model is in force


async def _switch(tx: Tx, person_id: int | None, version: str | None, **why: Any) -> None:
    """Put a model in force; every process follows. Every switch is on the record."""
    now = await learning.in_force(tx.conn)
    await learning.put_in_force(tx, InForce(version, (*now.past, now.version)[-20:]))
    await people.note(tx, person_id, learning.SWITCH, old=now.version, new=version, **why)


async def rollback(tx: Tx, desk: Desk, person_id: int, chat_id: int, name: str) -> None:
    """Back to the model before, or to the one that is named. Raises NoOlderModel, NoSuchModel."""
    await admin(tx, person_id)
    now = await learning.in_force(tx.conn)
    if name:
        version = _known(desk, await learning.adopted(tx.conn), name)
        await _switch(tx, person_id, version)
    elif not now.past:
        raise NoOlderModel(model=now.version or desk.brain.shipped)
    else:
        version = now.past[-1]
        await learning.put_in_force(tx, InForce(version, now.past[:-1]))
        await people.note(tx, person_id, learning.SWITCH, old=now.version, new=version, back=True)
    old, new = (v or desk.brain.shipped for v in (now.version, version))
    text = desk.house.say("model-rolled-back", old=old, new=new)
    await say(tx, chat_id, Content(text), "model")


def _known(desk: Desk, past: Sequence[Training], name: str) -> str | None:
    """A version by its name, None for the shipped one. Raises NoSuchModel."""
    if name == desk.brain.shipped:
        return None
    if name not in {training.challenger for training in past}:
        raise NoSuchModel(name=name)
    return name


async def show_models(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> None:
    await admin(tx, person_id)
    now = await learning.in_force(tx.conn)
    past = await learning.adopted(tx.conn)
    seen = next((t.result.get("last_label", 0) for t in past), 0)
    content = view.models(
        desk.house,
        shipped=desk.brain.shipped,
        now=now.version or desk.brain.shipped,
        loaded=desk.brain.version,
        past=past,
        labels=await learning.count_labels(tx.conn),
        new=await learning.count_labels(tx.conn, seen),
    )
    await say(tx, chat_id, content, "model")


async def could_not_load(tx: Tx, desk: Desk, version: str, why: str) -> None:
    """The model in force can't be read: the shipped one takes its place, and the admins hear of it."""
    now = await learning.in_force(tx.conn)
    if now.version != version:
        return
    # Not among those to go back to: it would fail again.
    await learning.put_in_force(tx, InForce(None, tuple(past for past in now.past if past != version)))
    await people.note(tx, None, learning.SWITCH, old=version, new=None, because=why[:300])
    for person_id in await people.admins(tx.conn):
        voice = await voice_for(tx, desk, person_id)
        text = voice.say("model-unreadable", model=version, shipped=desk.brain.shipped, why=why[:300])
        await say(tx, person_id, Content(text), "model", Priority.NOTICE)


# --- labels by hand


async def dispatcher(tx: Tx, person_id: int) -> None:
    """Raises NotInvited, NotAllowed."""
    if not (await staff(tx, person_id)).dispatcher:
        raise NotAllowed


async def may_label(conn: Reader, person_id: int) -> bool:
    person = await people.get(conn, person_id)
    return person is not None and person.dispatcher


async def recent_words(conn: Reader, count: int = 20) -> list[str]:
    """The texts that were labelled by hand last: the next one should be something else."""
    return await learning.labelled_last(conn, count)


async def candidates(conn: Reader) -> list[tuple[int, str, float]]:
    """Cases that nobody has labelled: id, text, and how unsure the guess was, 0 to 1."""
    found = []
    for case_id, text, probabilities in await learning.unlabelled(conn):
        likeliest, second = sorted(probabilities, reverse=True)[:2]
        found.append((case_id, text, 1 - (likeliest - second)))
    return found


async def show_for_label(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int | None, *, anew: bool
) -> None:
    """One case with nine buttons; None: there is nothing left to label. `anew`: below, not in place."""
    await dispatcher(tx, person_id)
    if anew:
        await slots.forget(tx, chat_id, LABEL_SLOT)
    done = await learning.count_by(tx.conn, person_id)
    if case_id is None:
        content = view.nothing_to_label(desk.house, done)
    else:
        case: Case = await load(tx, case_id)
        content = view.to_label(desk.house, case, done)
    await say(tx, chat_id, content, "label", slot=LABEL_SLOT)


async def stop_labelling(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> None:
    await dispatcher(tx, person_id)
    done = await learning.count_by(tx.conn, person_id)
    content = view.ended(desk.house, "label-stopped", {"done": done})
    await say(tx, chat_id, content, "label", slot=LABEL_SLOT)


async def label(tx: Tx, person_id: int, case_id: int, answer: str) -> None:
    """A person's word on a case: a label's number, or skip. Raises StaleButton."""
    await dispatcher(tx, person_id)
    case = await load(tx, case_id)
    if not (await staff(tx, person_id)).sees(case):
        raise NotAllowed
    if answer == "skip":
        await learning.pass_over(tx, case.id, person_id)
        return
    names = (*DOMAINS, NONE)
    if not answer.isdecimal() or int(answer) >= len(names):
        raise StaleButton
    said = Label(names[int(answer)], None, Source.LABELLED, tx.now)
    await learning.add_label(tx, case.id, said, person_id)
