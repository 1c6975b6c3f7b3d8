import Bilingual
import CurriculumAudit
import Diagnostics
import FoundationEssentials
import Glibc
import Validators

/// A check of what was asked for, with what is remembered of the one before.
struct WorkspaceCheck {
  /// What our rules find.
  let verdict: Verdict
  /// What the organisation's own rules find.
  let house: HouseRuleCheck

  /// A check of documents that were validated already.
  init(_ verdict: Verdict, _ request: CheckRequest) throws {
    self.verdict = verdict.answeringTitles()
    house = try HouseRuleCheck(verdict, request)
  }

  private init(_ verdict: Verdict, _ house: HouseRuleCheck) {
    self.verdict = verdict
    self.house = house
  }

  /// Checks; `file` is where the memory is kept, nil for a check that reads everything and keeps nothing.
  static func run(
    _ request: CheckRequest, today: CalendarDay, rememberedIn file: CheckMemoryFile?
  ) throws -> WorkspaceCheck {
    guard let folder = request.folder, let survey = request.survey, let file else {
      let found = validate(request.files(), scope: request.scope, today: today, listing: request.listing)
      keepToTheEnd(found)
      return try WorkspaceCheck(found.audited, request)
    }
    let now = nanoseconds
    if var memory = file.read(), let isChanged = memory.follow(survey, of: folder, request.listing, today: today) {
      let mentioned = memory.library.mentioned.union(memory.house.findings.flatMap(\.spans).map(\.source.index))
      let sources = Sources(
        survey.documents.enumerated().map { index, entry in
          mentioned.contains(index)
            ? Source(showing: folder.read(entry.path)) : Source(path: folder.shown(entry.path), utf8: [])
        })
      if isChanged {
        memory.surveyedAt = now
        file.write(memory)
      }
      let paths = survey.documents.map(\.path)
      let verdict = memory.library.verdict(in: sources)
        .answeringTitles { id in
          sources[id].utf8.isEmpty ? Source(showing: folder.read(paths[id.index])) : sources[id]
        }
      return WorkspaceCheck(
        verdict, try HouseRuleCheck(memory.house, in: sources, of: folder))
    }
    let files = request.files()
    let reading = LibraryReading(files, today: today)
    keepToTheEnd(reading)
    let (library, index) = reading.memory(scope: .workspace, listing: request.listing, audit: audit)
    let check = try WorkspaceCheck(library.verdict(in: reading.sources), request)
    file.write(
      CheckMemory(
        key: file.key, surveyedAt: now, documents: survey.documents, others: survey.others,
        contents: files.map { DocumentDigest(of: $0) }, library: library,
        index: KeptIndex(index), house: check.house.kept))
    return check
  }

  private static var nanoseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }
}

extension CheckMemory {
  /// Takes in what has changed since; nil where all must be checked anew.
  ///
  /// - Returns: Whether anything is to be kept anew.
  fileprivate mutating func follow(
    _ survey: WorkspaceSurvey, of folder: WorkspaceFolder, _ listing: WorkspaceListing?, today: CalendarDay
  ) -> Bool? {
    guard survey.documents.count == documents.count, survey.others.count == others.count,
      zip(survey.documents, documents).allSatisfy({ $0.path == $1.path }),
      zip(survey.others, others).allSatisfy({ now, then in
        now.path == then.path && now.signature.size == then.signature.size
          && (!house.files.contains(now.path) || isUnchanged(now, then))
      })
    else { return nil }
    var changes: [(index: Int, file: WorkspaceFile)] = []
    var isTouched = false
    for index in documents.indices where !isUnchanged(survey.documents[index], documents[index]) {
      isTouched = true
      let file = folder.read(documents[index].path)
      let digest = DocumentDigest(of: file)
      if digest != contents[index] {
        contents[index] = digest
        changes.append((index, file))
      }
    }
    // An organisation's own rules may look at any words of any document.
    guard changes.isEmpty || house.files.isEmpty else { return nil }
    let (paths, kept) = (documents.map(\.path), index)
    let surroundings = Surroundings(
      workspace: { folder.read(paths[$0]) }, index: { kept.index }, listing: listing, today: today)
    switch library.take(changes, today: today, beside: surroundings) {
    case .ofWords: break
    // An audit asks for the whole library, where it is small enough for one.
    case .ofFacts(let now) where now.moduleCount > mostModules:
      index.follow(now, changedAt: changes.map(\.index))
    case .ofFacts: return nil
    case nil: return nil
    }
    documents = survey.documents
    others = survey.others
    return isTouched
  }

  private func isUnchanged(_ now: WorkspaceSurvey.Entry, _ then: WorkspaceSurvey.Entry) -> Bool {
    now.signature == then.signature && now.signature.isSettled(before: surveyedAt)
  }
}

extension Validation {
  /// What was found, and what needs a plan besides.
  var audited: Verdict { verdict.adding(audit(self)) }
}
