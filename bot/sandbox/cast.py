"""Who lives in a fresh sandbox, what they are called in each language, and the language that their city speaks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.app import Service
from bot.sandbox.errors import SandboxError
from bot.sandbox.world import World
from bot.service import menus
from bot.store import people
from bot.store.db import Tx
from bot.texts.script import in_script_of

BOT = ("民声", "Minsheng")
CITIZEN = ("陈女士", "Ms Chen")
ADMIN = ("管理员", "Admin")
_CLERKS = (
    ("李明", "Li Ming"), ("王芳", "Wang Fang"), ("张伟", "Zhang Wei"), ("刘洋", "Liu Yang"), ("赵静", "Zhao Jing"),
    ("周强", "Zhou Qiang"), ("吴敏", "Wu Min"), ("郑浩", "Zheng Hao"), ("孙丽", "Sun Li"), ("何军", "He Jun"),
    ("高洁", "Gao Jie"), ("林涛", "Lin Tao"), ("郭颖", "Guo Ying"), ("马超", "Ma Chao"), ("罗琴", "Luo Qin"),
    ("梁栋", "Liang Dong"), ("宋佳", "Song Jia"), ("唐亮", "Tang Liang"), ("许静", "Xu Jing"),
)  # fmt: skip
_GREETED = 2  # messages of a private chat in which nothing but /start was said
LANGUAGES = ("zh-Hans", "zh-Hant", "zh-HK", "en")


def _name(names: tuple[str, str], language: str) -> str:
    return names[1] if language == "en" else in_script_of(language, names[0])


@dataclass(frozen=True, slots=True)
class Cast:
    """Ids by part; `groups` and `clerks` by department."""

    citizen: int
    admin: int
    groups: Mapping[str, int]
    clerks: Mapping[str, int]
    _world: World
    _service: Service

    @property
    def language(self) -> str:
        return self._service.desk.settings.city.language

    def names(self, language: str) -> dict[int, str]:
        named = {self.citizen: CITIZEN, self.admin: ADMIN}
        named |= {person: _CLERKS[at % len(_CLERKS)] for at, person in enumerate(self.clerks.values())}
        return {person: _name(both, language) for person, both in named.items()}

    async def speak(self, language: str) -> None:
        """Whoever was only greeted so far is greeted anew. Whoever came later keeps the language that
        they were brought in with."""
        desk = self._service.desk
        if language not in LANGUAGES:
            raise SandboxError(f"language is one of {', '.join(LANGUAGES)}")
        city = desk.settings.city.model_copy(update={"language": language})
        # A desk's settings never change while it serves; the sandbox's alone may, so that one city is enough.
        object.__setattr__(desk, "settings", desk.settings.model_copy(update={"city": city}))
        names = self.names(language)

        async def learn(tx: Tx) -> None:
            for person, name in names.items():
                await people.choose_language(tx, person, language)
                if person != self.citizen:
                    await people.rename(tx, person, name)
                    await menus.set_menu(tx, desk, person)

        await self._service.db.write(learn, cause="sandbox")
        self._world.rename_bot(_name(BOT, language))
        for person, name in names.items():
            self._world.rename(person, name, language.lower())
        for person in (self.admin, *self.clerks.values()):
            said = list(self._world.chats[person].messages)
            if len(said) <= _GREETED:
                for message in said:
                    self._world.delete(person, person, message)
                self._world.start(person)
        for department, chat in self.groups.items():
            office = desk.offices.get(department)
            if office is not None:
                self._world.retitle(chat, office.label(language))


async def populate(world: World, service: Service) -> Cast:
    """A city at work: an admin, a citizen, and for each department a group with a clerk in it, bound and invited."""
    settings = service.settings
    language = settings.city.language
    citizen = world.add_user(CITIZEN[0], role="citizen")["id"]
    admin = world.add_user(ADMIN[0], role="admin")["id"]
    clerks: dict[str, int] = {}
    for index, department in enumerate(settings.opening):
        part = "dispatcher" if department.triage else "clerk"
        clerks[department.id] = world.add_user(_CLERKS[index % len(_CLERKS)][0], role=part)["id"]
    cast = Cast(citizen, admin, {}, clerks, world, service)
    names = cast.names("zh-Hans")

    async def hire(tx: Tx) -> None:
        await people.grant(tx, admin, "admin", None, by=None, name=names[admin])
        for department in settings.opening:
            clerk = clerks[department.id]
            role = "dispatcher" if department.triage else "clerk"
            await people.grant(tx, clerk, role, department.id, by=admin, name=names[clerk])

    await service.db.write(hire, cause="sandbox")
    groups: dict[str, int] = {}
    for department in settings.opening:
        label = "triage" if department.triage else "department"
        members = [admin, clerks[department.id]]
        groups[department.id] = world.add_group(department.label(language), members, bot=False, label=label)[
            "id"
        ]

    async def bind(tx: Tx) -> None:
        for department, chat in groups.items():
            await people.bind(tx, department, chat, "supergroup", by=admin)

    await service.db.write(bind, cause="sandbox")
    # The bot comes last: a group that is bound already needs no instructions.
    for chat in groups.values():
        world.members(chat, "bot", admin, "add")
    for person in (admin, *clerks.values()):
        world.start(person)

    async def set_menus(tx: Tx) -> None:
        for person in (admin, *clerks.values()):
            await menus.set_menu(tx, service.desk, person)

    await service.db.write(set_menus, cause="sandbox")
    cast = replace(cast, groups=groups)
    if language != "zh-Hans":
        await cast.speak(language)
    return cast
