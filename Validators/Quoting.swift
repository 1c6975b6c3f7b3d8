internal import Bilingual

/// A name between English quotation marks.
func en(_ name: some CustomStringConvertible) -> String { Language.en.quote(name.description) }

/// A name between French quotation marks.
func fr(_ name: some CustomStringConvertible) -> String { Language.fr.quote(name.description) }
