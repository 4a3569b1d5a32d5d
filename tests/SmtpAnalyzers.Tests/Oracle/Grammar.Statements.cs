namespace SmtpAnalyzers.Tests.Oracle;

internal static partial class Grammar
{
    private static Shape[] Statements =>
    [
        Exact("statement", "hit", "Hit(#);", weight: 10),
        Exact("statement", "bool read", "if (@bool) Hit(#); else Hit(#);", weight: 2),
        Exact("statement", "if", "if (@condition) { @block }", weight: 4),
        Exact("statement", "if and else", "if (@condition) { @block } else { @block }", weight: 4),
        Exact("statement", "else if", "if (@condition) Hit(#); else if (@condition) Hit(#); else { @block }", weight: 2),
        Exact("statement", "guard", "if (@condition) { Hit(#); @return }", weight: 4),
        Exact("statement", "guard that throws", "if (@condition) throw Refused(@code);"),
        Exact("statement", "condition", "_ = @condition;"),
        Exact("statement", "throw in an expression", "_ = @condition ? Hit(#) : throw Refused(@code);"),

        Exact("statement", "switch", """
            switch (@code)
            {
                case @label: { @block } break;
                case @label: case @label: { @block } @return
                default: { @block } break;
            }
            """, weight: 3),
        Exact("statement", "switch without default",
            "switch (@code) { case @label: Hit(#); break; case @label: { @block } break; } Hit(#);"),
        Exact("statement", "switch on the number", """
            switch (@int) {
                case @numlabel: { @block } break; case @numlabel: goto default; default: { @block } break;
            }
            """),
        Exact("statement", "switch on the class", """
            switch (@int / 100) {
                case @digitlabel: { @block } break; case @digitlabel: { @block } break; default: Hit(#); break;
            }
            """),
        Exact("statement", "switch with when", """
            switch (@code)
            {
                case @label when @condition: { @block } break;
                case var _c when @condition[code:_c]: { @block } break;
                case @label: Hit(#); break;
                default: Hit(#); break;
            }
            """),
        Exact("statement", "switch on patterns", """
            switch (@int)
            {
                case @numpattern when @condition: { @block } break;
                case @numpattern: { @block } break;
                default: Hit(#); break;
            }
            """),
        Exact("statement", "goto case", """
            switch (@code) {
                case @label: Hit(#); goto default; case @label: Hit(#); break; default: { @block } break;
            }
            """),
        Exact("statement", "goto", "if (@condition) goto _l; Hit(#); { @block } _l: Hit(#);"),

        Exact("statement", "bool", "var _b = @condition;", declares: "bool+_b", weight: 3),
        Exact("statement", "bool given later", "bool _b; if (@condition) _b = @condition; else _b = @condition;", declares: "bool+_b"),
        Exact("statement", "bool assigned", "@bool = @condition;", weight: 2),
        Exact("statement", "bool added to", "@bool |= @condition;", weight: 2),
        Exact("statement", "bool taken from", "@bool &= @condition;"),
        Exact("statement", "bool in one branch", "if (@condition) @bool = true;", weight: 2),
        Exact("statement", "bools together", "bool _a = @condition, _b = @condition; if (_a && !_b) Hit(#); else if (_a == true) Hit(#);",
            declares: "bool+_a,bool+_b"),
        Exact("statement", "bool turned round", "@bool ^= @condition;"),
        Inexact("statement", "bool written in a function",
            "{ bool _b = false; Action _act = () => _b = @condition[bool:false]; _act(); if (_b) Hit(#); else Hit(#); }",
            "a function runs at a time of its own"),
        Inexact("statement", "bool by reference",
            "{ bool _b = false; ref bool _r = ref _b; _r = @condition; if (_b) Hit(#); else Hit(#); }",
                "another name for a variable is not followed"),
        Inexact("statement", "bool given out", """
            { _give(@code, out bool _b); if (_b) Hit(#); else Hit(#); static void _give(SmtpStatusCode code,
                out bool given) => given = code == @member; }
            """,
            "what a function gives out is not followed"),
        Inexact("statement", "bool returned by a function",
            "if (_judge(@code)) Hit(#); else Hit(#); static bool _judge(SmtpStatusCode given) => given == @member;",
                "a call is not followed"),

        Exact("statement", "number", "var _n = (int)@code;", declares: "int+_n", weight: 2),
        Exact("statement", "copy", "var _c = @code;", declares: "code+_c"),
        Exact("statement", "copy of a copy", "int _n = (int)@code; var _m = _n;", declares: "int+_m,int+_n"),
        Exact("statement", "nullable copy", "SmtpStatusCode? _q = @code; if (_q.HasValue) Hit(#);",
            declares: "code+_q.Value,code+_q.GetValueOrDefault()"),
        Exact("statement", "deconstruction", "var (_c, _b) = (@code, @condition);", declares: "code+_c,bool+_b"),
        Exact("statement", "text", "var _t = (@int).ToString(); if (_t == \"@number\" || _t[0] == '@digit') Hit(#); else Hit(#);"),
        Exact("statement", "switch on text", """
            switch ((@int).ToString()) {
                case "450": case "451": { @block } break; case "550": Hit(#); break; default: Hit(#); break;
            }
            """),
        Exact("statement", "bool assigned in a bool assigned", "@bool = (@bool = @condition) ^ @condition;"),
        Exact("statement", "bools swapped",
            "var _a = @condition; var _b = @condition; (_a, _b) = (_b, _a); if (_a) Hit(#); else if (_b) Hit(#);"),
        Exact("statement", "constant", "const SmtpStatusCode _k = @member; if (@code == _k) Hit(#); else Hit(#);"),
        Exact("statement", "class in a variable", "var _d = @int / 100; if (_d == @digit) { @block } else if (_d > @digit) Hit(#);"),
        Exact("statement", "copy that is parsed", "if (@code is var _c && @condition[code:_c]) Hit(#);"),
        Inexact("statement", "number written twice", "var _n = 0; _n = @int; if (_n == @number) Hit(#); else Hit(#);",
            "a number with several writes is not followed"),
        Inexact("statement", "number counted up", "var _n = @int; _n++; if (_n == @number) Hit(#); else Hit(#);",
            "a number with several writes is not followed"),

        Exact("statement", "finally", "try { @block } finally { Hit(#); }"),
        Exact("statement", "using", "using (new Nothing()) { @block }"),
        Exact("statement", "using declaration", "using var _u = new Nothing(); Hit(#);"),
        Exact("statement", "lock", "lock (Mailer) { @block }"),
        Inexact("statement", "checked", "checked { @block }", "an overflow is not followed"),
        Exact("statement", "once", "do { @block } while (false);"),
        Exact("statement", "until a test", "while (true) { if (@condition) { Hit(#); break; } { @block } break; }"),
        Exact("statement", "while", "while (@condition) { @block break; }"),
        Inexact("statement", "for", "for (var _i = 0; _i < 2; _i++) { if (@condition) break; @block }",
            "the number of turns is not followed"),
        Inexact("statement", "for with continue", "for (var _i = 0; _i < 2; _i++) { if (@condition) continue; @block }",
            "the number of turns is not followed"),
        Inexact("statement", "foreach", "foreach (var _o in new[] { 1, 2 }) { if (@condition) { Hit(#); @return } }",
            "the number of turns is not followed"),
        Exact("statement", "turns counted by a flag",
            "for (bool _b = true, _d = true; _b; _b = _d, _d = false) { if (@condition) { Hit(#); @return } }"),
        Inexact("statement", "attempts", "{ var _n = 0; while (_n++ < 2) { if (@condition && Odd()) { Hit(#); @return } } }",
            "the number of turns is not followed"),
        Inexact("statement", "try around other calls",
            "try { @block if (@condition) throw new IOException(); Hit(#); } catch (IOException) { @block }", "any step may throw"),
        Inexact("statement", "flag in finally",
            "{ bool _b = false; try { @block } finally { _b = @condition; } if (_b) Hit(#); else Hit(#); }",
                "what finally writes is not followed"),
        Exact("statement", "flag read in finally", "{ bool _b = false; try { _b = @condition; Hit(#); } finally { if (_b) Hit(#); } }"),
        Inexact("statement", "flag in a try", """
            { bool _b = false; try { Hit(#); _b = @condition; Hit(#); throw new IOException(); } catch (IOException) { if (_b)
                Hit(#); else Hit(#); } }
            """, "any step may throw"),
        Inexact("statement", "flag, then rethrown", """
            {
                bool _b = false;
                try { try { throw new IOException(); } catch (IOException) { _b = @condition; throw; } }
                catch (IOException) { if (_b) Hit(#); else Hit(#); }
            }
            """, "any step may throw"),
        Inexact("statement", "unknown call", "if (Odd()) { @block }", "an unknown call"),
        Inexact("statement", "counter", "var _n = Count(); if (_n > 1) { @block } else Hit(#);", "a count is not followed"),
        Inexact("statement", "flag of an unknown call", "if (Odd()) @bool = @condition;", "an unknown call"),
        Inexact("statement", "local function in a branch", """
            if (@condition) {
                _judge(@code); void _judge(SmtpStatusCode _c) { Hit(#); if (@condition[code:_c,bool:false]) Hit(#); }
            }
            """,
            "what a function is called with is not followed"),
        Inexact("statement", "lambda in a branch", "if (@condition) { Func<bool> _g = () => @condition[bool:false] && Hit(#); _g(); }",
            "when a function is called is not followed"),
    ];
}
