import DialogEngine

extension LegalCalendar {
    /// Counts a term from an event to its last day.
    ///
    /// The day of the event itself does not count, so six weeks after a Monday end on a Monday. Months and
    /// years end on the same day of the month, or on the last one of a shorter month.
    ///
    /// - Parameters:
    ///   - term: The term as the statute words it.
    ///   - adjournment: A further term that follows without a break, such as the four weeks of Awb 9:11 lid 2.
    ///     The last day moves once, at the end of both; the term between them is not moved first. The Atw
    ///     applies when it applies to each of the two as worded, so also to ten and four weeks.
    ///   - event: The day of receipt, of notification or of the conduct.
    ///   - rule: The law by which the last day moves.
    /// - Returns: The last day, with what moved it and whether a later decree may still move it.
    ///
    /// Source: Atw 1, 2 and 4; Awb 6:8 lid 1; Verordening 1182/71 3.
    public func lastDay(
        of term: Term, adjournedBy adjournment: Term? = nil, after event: Day,
        extendedBy rule: TermExtension = .termijnenwet
    ) -> LastDay {
        let terms = [term] + (adjournment.map { [$0] } ?? [])
        let rawDay = terms.reduce(event) { $0.adding($1) }
        var day = rawDay
        var extensions: [LawReference] = []

        if let articles = rule.articles, terms.allSatisfy(rule.applies) {
            while isFreeDay(day) { day = day.adding(days: 1) }
            if day != rawDay { extensions.append(articles.move) }

            // Three days from a Friday end on a Monday, which would be their only working day.
            if let minimum = rule.daysThatNeedTwoWorkingDays, term.lasts(atLeastDays: minimum) {
                let second = workingDay(2, after: event)
                if day < second {
                    day = second
                    extensions.append(articles.workingDays)
                }
            }
        }
        return LastDay(
            day: day, rawDay: rawDay, event: event, term: term, adjournment: adjournment,
            extensions: extensions,
            isProvisional: terms.allSatisfy(rule.applies) && day > decreesKnownThrough)
    }

    /// Counts a figure from an event and keeps what the deadline is for and which articles give it.
    ///
    /// - Parameters:
    ///   - figure: The term by which it is counted.
    ///   - adjournment: The figure by which it was adjourned; its articles are added to the ground.
    ///   - event: The day of receipt, of notification or of the conduct.
    ///   - purpose: What must be done by then; the figure's own id when left out.
    public func deadline(
        _ figure: LawTerms.Figure, adjournedBy adjournment: LawTerms.Figure? = nil, after event: Day,
        for purpose: Deadline.Purpose? = nil
    ) -> Deadline {
        let lastDay = lastDay(
            of: figure.term, adjournedBy: adjournment?.term, after: event, extendedBy: figure.extendedBy)
        return Deadline(
            purpose: purpose ?? Deadline.Purpose(rawValue: figure.id), lastDay: lastDay,
            ground: figure.articles + (adjournment?.articles ?? []) + lastDay.extensions)
    }

    /// The n-th day after a day that is neither Saturday, Sunday nor holiday.
    private func workingDay(_ number: Int, after start: Day) -> Day {
        var day = start
        for _ in 0..<number {
            repeat { day = day.adding(days: 1) } while isFreeDay(day)
        }
        return day
    }
}

extension Day {
    /// The last day of a term that begins the day after this one, before any extension.
    func adding(_ term: Term) -> Day {
        switch term.unit {
        case .days: adding(days: term.amount)
        case .weeks: adding(days: 7 * term.amount)
        case .months: adding(months: term.amount)
        case .years: adding(years: term.amount)
        }
    }
}
