# The other doors: route-… is the name, route-how-… tells the citizen how to go there.
route-court = Court
route-arbitration = Arbitration
route-mediation = People’s mediation
route-discipline = Discipline inspection
route-review = Administrative review
route-petition = Petition
route-how-court = You can take it to a people’s court. Bring your identity card and your papers to the court’s service centre; it helps to ask first what to bring.
route-how-arbitration = You can ask for arbitration. For disputes about work, go to the labour arbitration commission; where a contract names an arbitration commission, go to that one.
route-how-mediation = You can ask a people’s mediation committee to mediate. Every community and township has one, and it costs nothing.
route-how-discipline = Breaches of discipline or law by officials can be reported to the discipline inspection authority, which must keep your name confidential.
route-how-review = If you disagree with an authority’s decision, you can ask for administrative review, as a rule within 60 days of learning of it. Please ask soon.
route-how-petition = You can bring it to the petitions office, at its desk or by letter.
