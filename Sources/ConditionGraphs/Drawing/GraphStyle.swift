/// How drawings of graphs look: one ink on one paper, in light and in dark, and no meaning in colour.
enum GraphStyle {
  /// The style and the arrow's head.
  ///
  /// Contrast of text to what is behind it is at least 7 to 1 in both.
  static let text = """
    <style>
    svg { --paper: #fffdf8; --box: #f1ede3; --done: #d9e4df; --ink: #1d2a33; --line: #55636d; --goal: #e3e6f2; }
    @media (prefers-color-scheme: dark) {
      svg { --paper: #14191d; --box: #232b31; --done: #1f3a33; --ink: #f0ede6; --line: #9aa7b0; --goal: #2a2f47; }
    }
    text { font: 13px "Noto Sans", "DejaVu Sans", system-ui, sans-serif; fill: #1d2a33; fill: var(--ink); \
    text-anchor: middle; }
    .heading { font-size: 18px; font-weight: 600; text-anchor: start; }
    .small { font-size: 11.5px; }
    .legend { text-anchor: start; }
    .page { fill: #fffdf8; fill: var(--paper); }
    .box { fill: #f1ede3; fill: var(--box); stroke: #55636d; stroke: var(--line); stroke-width: 1.2; }
    .inner { fill: none; stroke: #55636d; stroke: var(--line); stroke-width: 1; }
    .certificate .box, .group .box { fill: #e3e6f2; fill: var(--goal); }
    .certificate .box { stroke: #1d2a33; stroke: var(--ink); stroke-width: 2; }
    .certificate text { font-weight: 600; }
    .certificate .small { font-weight: 400; }
    .seal, .ribbon { fill: #1d2a33; fill: var(--ink); stroke: #fffdf8; stroke: var(--paper); stroke-width: 1; }
    .junction .box { fill: #fffdf8; fill: var(--paper); stroke: #1d2a33; stroke: var(--ink); }
    .competence .box, .amount .box { fill: #fffdf8; fill: var(--paper); }
    .done .box { fill: #d9e4df; fill: var(--done); stroke: #1d2a33; stroke: var(--ink); stroke-width: 1.6; }
    .planned .box { stroke: #1d2a33; stroke: var(--ink); stroke-width: 3; }
    .aside .box { fill: #fffdf8; fill: var(--paper); stroke-dasharray: 5 4; }
    .badge { fill: #1d2a33; fill: var(--ink); stroke: #fffdf8; stroke: var(--paper); stroke-width: 1.5; }
    .tick { fill: none; stroke: #fffdf8; stroke: var(--paper); stroke-width: 2; stroke-linecap: round; }
    .edge { fill: none; stroke: #55636d; stroke: var(--line); stroke-width: 1.4; }
    .teaches { stroke-dasharray: 5 4; }
    .far { stroke-width: 0.9; }
    .arrow { fill: #55636d; fill: var(--line); }
    </style>
    <defs><marker id="arrow" viewBox="0 0 10 10" refX="9.5" refY="5" markerWidth="8" markerHeight="8" \
    markerUnits="userSpaceOnUse" orient="auto"><path class="arrow" d="M0 1 L10 5 L0 9 Z"/></marker></defs>
    """
}
