import Bilingual
import DomainWords

/// The share of giving back in the language of this run.
enum ReciprocityWords {
  /// That no plan gives back as much as is asked for.
  static func outOfReach(asked: Int, reachable: Int) -> String {
    FactWords.outOfReach(asked: asked, reachable: reachable)[spokenLanguage]
  }
}
