internal import Markup

/// The names that an element or an attribute may bear.
indirect enum NameClass: Hashable, Sendable {
  /// One name.
  case name(QualifiedName)
  /// Every name.
  case anyName
  /// Every name of a namespace; "" is none.
  case nsName(String)
  /// The names of both classes.
  case choice(NameClass, NameClass)
  /// The names of the first class that the second does not have.
  case except(NameClass, NameClass)

  /// Whether a name belongs to the class; an empty namespace is none.
  func contains(_ name: QualifiedName) -> Bool {
    switch self {
    case .name(let own): own == name
    case .anyName: true
    case .nsName(let namespace): (name.namespace ?? "") == namespace
    case .choice(let a, let b): a.contains(name) || b.contains(name)
    case .except(let all, let excluded): all.contains(name) && !excluded.contains(name)
    }
  }

  /// The names that the class lists, in the grammar's order; wildcards have none.
  var names: [QualifiedName] {
    switch self {
    case .name(let name): [name]
    case .anyName, .nsName: []
    case .choice(let a, let b): a.names + b.names
    case .except(let all, let excluded): all.names.filter { !excluded.contains($0) }
    }
  }
}

/// XML's own namespace, that of `xml:lang`.
let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

extension QualifiedName {
  /// The name as an author of this vocabulary writes it.
  var written: String { namespace == xmlNamespace ? "xml:" + local : local }
}
