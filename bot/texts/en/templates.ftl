template-employment-reply = About { $number }, the matter of [pay, contract or recruitment]: { $office } contacted [the employer] on [day]. So far [what was found]. We will tell you the result by { $date }.
template-employment-solved = On [day] staff of { $office } checked [the unpaid wages or other matter] at [the employer]: [what was found]. On [day] the employer [paid the wages, signed the contract]. Please check; if anything differs, reply to this message.
template-employment-explained = On [the matter], { $office } found [facts]. Under [law or rule, article], [what it says and why your request can’t be met]. You can apply to [labour arbitration or counter, address]; bring [contract, pay records].
template-employment-planned = On [the matter]: { $office } checked it and can’t solve it yet, because [reason]. It is part of [plan or inspection]; by { $date } [which step], and we will answer you then.

template-education-reply = About { $number }, [school, enrolment or fees]: on [day] { $office } asked [the school]. So far [what was learnt]. We will tell you the result by { $date }.
template-education-solved = On [day] staff of { $office } looked into [the matter] at [the school]: [what was found]. On [day] the school [refunded the fees, stopped the extra classes], and [what followed for those responsible].
template-education-explained = On [enrolment, school district or fees], [document] says: [rule]. In your case [which condition is met or not, and why]. You can [next step, where, with which papers].
template-education-planned = On [school places, buildings or equipment]: { $office } checked it and can’t solve it yet, because [reason]. It is part of [plan]; by { $date } [which step], and we will answer you then.

template-social-security-reply = About { $number }, [insurance, benefits or assistance]: { $office } looked it up on [day]. So far [what was found]. We will tell you the result by { $date }.
template-social-security-solved = On [day] staff of { $office } checked [the benefit or contribution]; the cause was [cause]. On [day] we [paid the arrears, entered the contribution, finished the procedure]. You can see it [how to check].
template-social-security-explained = On [pension, medical insurance or allowance], [document, article] says: [conditions and rates]. In your case [which condition is met or not, and why]. To apply, go to [counter, address] with [papers].
template-social-security-planned = On [the matter]: { $office } checked it and it can’t be done yet, because [system, policy or funds]. It is part of [plan]; by { $date } [which step], and we will answer you then.

template-medical-reply = About { $number }, [hospital, treatment or charges]: on [day] { $office } asked [the hospital] for [records, bills]. So far [what was found]. We will tell you the result by { $date }.
template-medical-solved = On [day] staff of { $office } checked [the matter] at [the hospital]: [what was found]. On [day] the hospital [refunded, apologised, changed what].
template-medical-explained = On [treatment, charges or vaccination], { $office } found [facts]. Under [rule], [what it says and why]. A dispute over treatment can be taken to [mediation committee, address]; bring [papers].
template-medical-planned = On [equipment, ward or clinic]: { $office } checked it and can’t solve it yet, because [reason]. It is part of [plan]; by { $date } [which step], and we will answer you then.

template-housing-reply = About { $number }, [compound, property firm or home]: on [day] staff of { $office } went to look and contacted [property firm or developer]. So far [what was found]. We will tell you the result by { $date }.
template-housing-solved = On [day] staff of { $office } looked at [lift, leak or other matter] in [compound]; the cause was [cause]. On [day] [property firm or developer] [repaired, replaced, refunded]; checked again on [day]: [result].
template-housing-explained = On [the matter], { $office } found [facts]. Under [law or contract, article], [who is responsible and why your request can’t be met]. You can [next step: owners’ meeting, maintenance fund, court].
template-housing-planned = On [renovation, title deeds or other matter]: { $office } checked it and can’t solve it yet, because [reason]. It is part of [plan]; by { $date } [which step], and we will answer you then.

template-elderly-reply = About { $number }, [care home, allowance or home service]: on [day] { $office } contacted [home or community]. So far [what was learnt]. We will tell you the result by { $date }.
template-elderly-solved = On [day] staff of { $office } went to [the home or the person’s home] about [the matter]: [what was found]. On [day] we [paid the allowance, arranged the service, had it put right].
template-elderly-explained = On [allowance, senior card or care insurance], [document] says: [age, residence, rates]. In this case [which condition is met or not, and why]. Apply at [community or counter] with [papers]; family can do it for them.
template-elderly-planned = On [canteen, activity room or equipment]: { $office } checked it and it can’t be done yet, because [reason]. It is part of [plan]; by { $date } [which step], and we will answer you then.

template-food-safety-reply = About { $number }, [shop and food]: on [day] officers of { $office } inspected it; [samples or evidence]. The laboratory result comes on [day]; we will answer you by { $date }.
template-food-safety-solved = On [day] officers of { $office } inspected [shop] and found [expired food, no licence]. On [day] we [closed it, fined it, destroyed what]; [your refund or compensation].
template-food-safety-explained = On [day] officers of { $office } inspected [shop]: [findings, laboratory result]. Under [standard or law, article], [why it breaks no rule]. If you still have [receipt, photos, food], bring them to [address] and we will check again.
template-food-safety-planned = On [market or shop]: officers of { $office } inspected it on [day]. Because [reason] it can’t be put right at once; it is part of [campaign]. By { $date } [which step]; we will inspect again and answer you then.

template-public-safety-reply = About { $number }, [the matter]: on [day] officers of { $office } contacted you and went there. So far [what can be told]; [what can’t, and why]. We will answer you by { $date }. If there is danger again, please call the police first.
template-public-safety-solved = On [day] officers of { $office } checked [the matter] at [place]: [what was found]. On [day] we [opened a case, fined, recovered, removed the danger]; case number [number]. If it happens again, please call the police first.
template-public-safety-explained = On [the matter], officers of { $office } found on [day] [facts]. Under [law, article], [why no case is opened, or why it isn’t for the police]. You can turn to [prosecutor, court or office] for [review, suit] within [term].
template-public-safety-planned = On [cameras, patrols or hazard]: { $office } went to look on [day]. Because [reason] it can’t be done at once; it is part of [plan]. By { $date } [which step], and we will answer you then. Until then [what is done meanwhile].

template-other-reply = About { $number }, [the matter]: on [day] staff of { $office } [went to look or contacted you]. So far [what was found]. We will tell you the result by { $date }.
template-other-solved = On [day] staff of { $office } looked at [the matter] at [place]; the cause was [cause]. On [day] we [repaired, cleared, settled]; checked again on [day]: [result].
template-other-explained = On [the matter], { $office } found [facts]. Under [rule, article], [why your request can’t be met]. You can [next step, where, with which papers].
template-other-planned = On [the matter]: { $office } checked it on [day]. It can’t be solved yet, because [reason]; it is part of [plan]. By { $date } [which step], and we will answer you then.
