import DialogEngine

/// Finds the days that a text names; what is still to come is passed over.
///
/// The longest run of words that reads as a date wins. What looks like one in an address, a telephone number, an amount or
/// a length of time is none, and neither is what happens every week.
public struct DateFinder: Sendable {
    private let reader: DateReader
    private let today: Day

    public init(today: Day) {
        reader = DateReader(today: today)
        self.today = today
    }

    /// - Returns: In the order of the text.
    public func find(in text: FreeText) -> [Find<DateMention>] {
        let surroundings = DateSurroundings(text)
        let words = DateWords(surroundings.spoken)
        var found: [(place: Range<Int>, range: DateRange)] = []
        var index = 0
        while index < words.isKnown.count {
            guard words.isKnown[index], let (place, reading) = longest(from: index, words, surroundings)
            else {
                index += 1
                continue
            }
            if case .past(let range) = reading { found.append((place, range)) }
            index = place.upperBound
        }
        let places = found.map(\.place)
        let doubted = doubts(found, surroundings)
        let finds = found.compactMap { place, range -> Find<DateMention>? in
            guard !surroundings.isOfALife(place) else { return nil }
            let role = surroundings.role(of: place, among: places)
            if role == .happened, isStillToCome(range), !surroundings.saysWhichYear(place) { return nil }
            return Find(
                DateMention(range, role), from: [text.evidence(place)],
                certainty: doubted.contains(place.lowerBound)
                    ? Self.contradictory : surroundings.certainty(of: place, range))
        }
        return finds.map { find in
            guard isLongAgo(find), finds.contains(where: { isEvent($0) && !isLongAgo($0) }) else {
                return find
            }
            return Find(find.value, from: find.evidence, certainty: min(find.certainty, Self.doubtful))
        }
    }

    // MARK: Days that are said in two ways

    /// Where a day begins that is said to be another one too: none of them is offered, so that it is asked.
    private func doubts(
        _ found: [(place: Range<Int>, range: DateRange)], _ surroundings: DateSurroundings
    ) -> Set<Int> {
        var doubts: Set<Int> = []
        lazy var isEnglish = surroundings.isEnglish
        for (number, day) in found.enumerated() {
            // `woensdag 24 november`, where that is a Tuesday.
            if number > 0, case let before = found[number - 1],
                isOnOtherWeekday(before.place, day, surroundings)
            {
                doubts.formUnion([before.place.lowerBound, day.place.lowerBound])
            }
            // `1 april 2024 of 2025`, `3 mei of 20 september`
            let next = number + 1 < found.count ? found[number + 1].place.lowerBound : nil
            if surroundings.isOr(behind: day.place, next) {
                doubts.formUnion([day.place.lowerBound, next].compactMap { $0 })
            }
            if surroundings.mayBeginWithMonth(day.place), isEnglish { doubts.insert(day.place.lowerBound) }
        }
        return doubts
    }

    private func isOnOtherWeekday(
        _ before: Range<Int>, _ day: (place: Range<Int>, range: DateRange), _ surroundings: DateSurroundings
    ) -> Bool {
        guard before.upperBound == day.place.lowerBound, surroundings.joins(before.upperBound - 1),
            day.range.precision == .day, !DateReader.isWeekday(surroundings.folded[day.place.lowerBound])
        else { return false }
        return DateReader.isWeekday(surroundings.folded[before.upperBound - 1])
    }

    // MARK: Days of something else

    /// A day without a year that comes again soon is rather that one than the one of last year.
    private func isStillToCome(_ range: DateRange) -> Bool {
        guard range.precision == .day else { return false }
        let next = range.first.adding(years: 1)
        return today < next && next <= today.adding(days: Self.soonDays)
    }

    /// Where a later day is told too, one of years ago seldom is the day of the complaint.
    private func isLongAgo(_ find: Find<DateMention>) -> Bool {
        isEvent(find) && find.value.range.last < today.adding(years: -Self.longAgoYears)
    }

    private func isEvent(_ find: Find<DateMention>) -> Bool { find.value.role == .happened }

    private static let (soonDays, longAgoYears) = (60, 3)
    private static let (doubtful, contradictory) = (0.5, 0.3)

    private func longest(
        from start: Int, _ words: DateWords, _ surroundings: DateSurroundings
    ) -> (Range<Int>, DateReading)? {
        var end = start + 1
        // "Jan Jan Jan Jan" is no date, however long it goes on.
        var (numbers, months) = (0, words.isMonth(start) ? 1 : 0)
        while end < words.isKnown.count, end - start < DateReader.longest, words.isKnown[end],
            surroundings.joins(end - 1)
        {
            if surroundings.startsWithDigit(end) { numbers += 1 }
            if words.isMonth(end) { months += 1 }
            guard numbers < 6, months < 5 else { break }
            end += 1
        }
        while end > start {
            let place = start..<end
            if let reading = reader.reading(of: words, in: place), surroundings.allows(place) {
                return (place, reading)
            }
            end -= 1
        }
        return nil
    }
}
