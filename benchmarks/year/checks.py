from dataclasses import dataclass, field
from typing import Any
from collections import Counter
@dataclass
class Report:
    line: dict[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
async def report(played):
    w = played.town.witness
    c = Counter((('g:' if h.group else 'c:')+h.told.key+(':edit' if h.edit else '')) for h in w.heard)
    others = Counter(h.text[:30] for h in w.heard if h.told.key=='other')
    return Report({"counts": dict(c), "moments": played.moments, "rings": played.rings, "acts": played.town.acts, "refused": Counter(played.town.refused), "toasts": dict(w.toasts), "lost": played.lost, "waited": played.waited, "cases": len(played.population.known), "citizens": len(played.population.citizens),"others": others.most_common(40)})
