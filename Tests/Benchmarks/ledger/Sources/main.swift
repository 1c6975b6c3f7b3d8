import Bilingual
import CompletionLedger
import CurriculumModel
import Foundation
import PostgreSQLRecords
import ProgrammeModel
import SQLiteRecords

// What the ledger is measured with: each call does one thing on a made-up organisation and prints figures.
//
//   ledger-benchmark import URL PAIRS EVENTS      bulk import; events, rows and seconds
//   ledger-benchmark record URL TIMES             single durable events; seconds
//   ledger-benchmark progress URL TIMES           one pair's progress, read and folded; milliseconds, median
//   ledger-benchmark fold PAIRS EVENTS            folding in memory, pair by pair; seconds
//   ledger-benchmark prepare URL PAIRS            people alone; nothing printed
//   ledger-benchmark tell URL PAIRS START         single durable events for ever, each id printed once it is durable;
//                                                 tests kill this

let arguments = CommandLine.arguments

func ledger(_ url: String) throws -> Ledger {
  if PostgreSQLStore.isAddress(url) { return Ledger(try PostgreSQLStore(url: url, .creating)) }
  return try Ledger(path: url)
}

func seconds(_ body: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(body) / .seconds(1)
}

func number(_ index: Int) -> Int {
  arguments.count > index ? Int(arguments[index]) ?? 0 : 0
}

switch (arguments.count > 1 ? arguments[1] : "", arguments.count > 2 ? arguments[2] : "") {
case ("prepare", let url):
  try Organisation(pairs: number(3)).join(ledger(url))
case ("import", let url):
  let (organisation, ledger) = (Organisation(pairs: number(3)), try ledger(url))
  let events = number(4)
  var tally = Importer.Tally()
  let time = try seconds {
    tally = try ledger.importing { importer in try organisation.tell(events) { try importer.add($0) } }
  }
  print(tally.recorded, time)
case ("record", let url):
  let (organisation, ledger) = (Organisation(pairs: 1), try ledger(url))
  var events: [Event] = []
  organisation.tell(number(3), from: 1_900_000_000_000) { events.append($0) }
  let time = try seconds { for event in events { try ledger.record(.init([event])) } }
  print(events.count, time)
case ("progress", let url):
  let ledger = try ledger(url)
  let pairs = try ledger.pairs()
  var times: [Double] = []
  for turn in 0..<number(3) {
    let pair = pairs[turn * 7919 % pairs.count]
    times.append(
      try seconds {
        let progress = try ledger.history(of: pair).progress(
          asOf: Moment(milliseconds: .max), under: ModuleTerms([:]))
        precondition(progress.pair(pair.id).agreed == pair, "The pair is there.")
      })
  }
  print(times.sorted()[times.count / 2] * 1000)
case ("tell", let url):
  let (organisation, ledger) = (Organisation(pairs: number(3)), try ledger(url))
  try organisation.tell(.max, from: Int64(number(4))) { event in
    // Every pair has begun already.
    if case .enrolled = event.kind { return }
    do throws(LedgerFailure) {
      try ledger.record(.init([event]))
    } catch {
      guard error.code == .busy else { throw error }
      return
    }
    FileHandle.standardOutput.write(Data("\(event.id)\n".utf8))
  }
case ("fold", _):
  let organisation = Organisation(pairs: number(2))
  var told: [Identifier<Pair>: [Event]] = [:]
  organisation.tell(number(3)) { event in event.subject.pair.map { told[$0, default: []].append(event) } }
  var held = 0
  let time = seconds {
    for (id, events) in told {
      let progress = History(events).progress(asOf: Moment(milliseconds: .max), under: ModuleTerms([:]))
      held += progress.pair(id).held
    }
  }
  precondition(held > 0, "Something was folded.")
  print(number(3), time)
default:
  print("usage: see the head of this program's main.swift")
  exit(64)
}
