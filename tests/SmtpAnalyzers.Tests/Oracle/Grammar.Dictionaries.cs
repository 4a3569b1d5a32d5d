namespace SmtpAnalyzers.Tests.Oracle;

internal static partial class Grammar
{
    private const string ValuesAreNotFollowed = "what a dictionary has for a key is told by its entries, where they stand";

    // Keys are followed. What becomes of the mail by a value is reported at its entry.
    private static Shape[] Dictionaries =>
    [
        Exact("map", "dictionary", "new Dictionary<SmtpStatusCode, bool> { { @label, true }, { @label, false } }"),
        Exact("map", "dictionary by index", "new Dictionary<SmtpStatusCode, bool> { [@member] = true, [@member] = false }"),
        Exact("map", "immutable dictionary",
            "new Dictionary<SmtpStatusCode, bool> { [@member] = true, [@member] = false }.ToImmutableDictionary()"),
        Exact("map", "frozen dictionary",
            "new Dictionary<SmtpStatusCode, bool> { [@member] = true, [@member] = false }.ToFrozenDictionary()"),
        Exact("map", "read-only dictionary", """
            ((IReadOnlyDictionary<SmtpStatusCode, bool>)new Dictionary<SmtpStatusCode, bool> {
                [@member] = true, [@member] = false
            })
            """),
        Exact("map", "dictionary of another class", "Known.Judged"),
        Inexact("map", "dictionary of a list",
            "new[] { 421, 450 }.ToDictionary(static _x => (SmtpStatusCode)(_x + 1), static _x => _x < 500)",
                "a call with a function is not followed"),

        Exact("condition", "has a key", "@map.ContainsKey(@code)"),
        Exact("condition", "has a key and a value", "@map.TryGetValue(@code, out _)"),
        Exact("condition", "has a number as a key",
            "new Dictionary<int, string> { [@number] = \"\", [@number] = \"again\" }.ContainsKey(@int)"),
        Exact("condition", "has the class as a key",
            "new Dictionary<int, bool> { [4] = true, [@class] = false }.TryGetValue(@int / 100, out var _v)"),
        Exact("condition", "keys contain",
            "new Dictionary<SmtpStatusCode, bool> { [@member] = true, [@member] = false }.Keys.Contains(@code)"),
        Inexact("condition", "value of a key", "@map.TryGetValue(@code, out var _v) && _v", ValuesAreNotFollowed),
        Inexact("condition", "value of a key or another", "(@map.TryGetValue(@code, out var _v) ? _v : @condition)", ValuesAreNotFollowed),
        Inexact("condition", "value or default", "@map.GetValueOrDefault(@code)", ValuesAreNotFollowed),
        Inexact("condition", "value or a default of its own", "@map.GetValueOrDefault(@code, true)", ValuesAreNotFollowed),
        Inexact("condition", "value or default of a number",
            "new Dictionary<int, bool> { [@number] = true, [@number] = false }.GetValueOrDefault(@int)", ValuesAreNotFollowed),
        Inexact("condition", "verdict of a key", "Known.Fates.GetValueOrDefault(@code, Fate.Other) == Fate.Retry", ValuesAreNotFollowed),

        Exact("statement", "dictionary in a variable", "var _m = @map; if (_m.ContainsKey(@code)) { @block } else Hit(#);"),
        Inexact("statement", "index under its key", "var _m = @map; if (_m.ContainsKey(@code) && _m[@code]) Hit(#); else Hit(#);",
            ValuesAreNotFollowed),
        Inexact("statement", "index without its key", "if (Known.Judged[@code]) Hit(#); else Hit(#);", ValuesAreNotFollowed),
        Inexact("statement", "dictionary that is filled", """
            var _m = new Dictionary<SmtpStatusCode, bool> { [@member] = true };
            _m[@member] = false; if (_m.ContainsKey(@code)) Hit(#); else Hit(#);
            """,
            "a list that is changed after it is made"),
        Inexact("statement", "dictionary that is emptied", """
            var _m = new Dictionary<SmtpStatusCode, bool> { [@member] = true };
            _m.Remove(@code); if (_m.ContainsKey(@code)) Hit(#); else Hit(#);
            """,
            "a list that is changed after it is made"),
        Inexact("statement", "switch on a value", """
            switch (Known.Fates.GetValueOrDefault(@code))
            {
                case Fate.Retry: { @block } break;
                case Fate.GiveUp: Hit(#); break;
                default: Hit(#); break;
            }
            """, ValuesAreNotFollowed),
        Inexact("statement", "switch on a text", """
            var _m = new Dictionary<SmtpStatusCode, string> { [@member] = "retry", [@member] = "bounce" };
            switch (_m.GetValueOrDefault(@code)) { case "retry": Hit(#); break; case "bounce": Hit(#); break; default: Hit(#); break; }
            """, ValuesAreNotFollowed),
        Inexact("statement", "switch on a value given out", """
            if (Known.Fates.TryGetValue(@code, out var _v)) switch (_v) {
                case Fate.Retry: Hit(#); break; default: Hit(#); break;
            }
            else Hit(#);
            """,
            ValuesAreNotFollowed),
    ];
}
