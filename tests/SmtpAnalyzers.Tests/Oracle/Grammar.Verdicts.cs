namespace SmtpAnalyzers.Tests.Oracle;

internal static partial class Grammar
{
    private const string AResult = "a result that is kept, other than a bool, is not followed";

    // What is made of a code, and looked at afterwards.
    private static Shape[] Verdicts =>
    [
        Inexact("statement", "verdict in a variable", """
            { var _v = @code switch { @label => Fate.Retry, @label => Fate.GiveUp, _ =>
                Fate.Other }; if (_v == Fate.Retry) Hit(#); else Hit(#); }
            """, AResult),
        Inexact("statement", "switch on a verdict", """
            switch (@code switch { @label => Fate.Retry, @label => Fate.GiveUp, _ => Fate.Other })
            {
                case Fate.Retry: Hit(#); break;
                case Fate.GiveUp: Hit(#); break;
                default: { @block } break;
            }
            """, AResult),
        Inexact("statement", "verdict given in branches", """
            { var _v = Fate.Other; if (@condition) _v = Fate.Retry; else if (@condition)
                _v = Fate.GiveUp; if (_v == Fate.Retry) Hit(#); else Hit(#); }
            """, AResult),
        Inexact("statement", "text in a variable",
            "{ var _t = @condition ? \"retry\" : \"bounce\"; if (_t == \"retry\") Hit(#); else Hit(#); }", AResult),
        Inexact("statement", "delay in a variable",
            "{ var _d = (@int / 100) switch { 4 => 30, 5 => 0, _ => -1 }; if (_d > 0) Hit(#); else Hit(#); }", AResult),
        Inexact("statement", "verdict of a function", """
            { static Fate _judge(SmtpStatusCode given) => given == @member ? Fate.Retry
                : Fate.Other; if (_judge(@code) == Fate.Retry) Hit(#); else Hit(#); }
            """, "a call is not followed"),
        Exact("statement", "verdict beside a flag", """
            { var _v = Fate.Other; var _b = @condition; if (_b) _v = Fate.Retry; if (_b)
                Hit(#); else Hit(#); _ = _v; }
            """),
        Exact("statement", "throwing arm", """
            _ = @code switch {
                @label => Hit(#), @label => throw Refused(@code), var _c when @condition[code:_c] =>
                    throw new IOException(), _ => Hit(#)
            };
            Hit(#);
            """),
        Exact("statement", "goto another case", """
            switch (@code)
            {
                case SmtpStatusCode.MailboxBusy: Hit(#); goto case SmtpStatusCode.MailboxUnavailable;
                case SmtpStatusCode.MailboxUnavailable: { @block } break;
                default: Hit(#); break;
            }
            """),
        Exact("statement", "case that is never taken", """
            switch (@code) {
                case @label when false: Hit(#); break; case @label: Hit(#); break; default: { @block } break;
            }
            """),
        Exact("statement", "switch on a condition", "switch (@condition) { case true: { @block } break; default: Hit(#); break; }"),
        Inexact("statement", "read-only reference",
            "{ var _c = @code; ref readonly var _r = ref _c; if (_r == @member) Hit(#); else Hit(#); }",
                "another name for a variable is not followed"),
        Inexact("attempt", "exception that is kept", """
            { SmtpCommandException _last = null; try { Mailer.Send(1); } catch (SmtpCommandException _e) { _last = _e; }
                if (_last?.StatusCode == @member) Hit(#); else Hit(#); }
            """,
            "which of two values a variable has is not followed"),
        Inexact("attempt", "code that is kept", """
            { SmtpStatusCode? _q = null; try { Mailer.Send(1); } catch (SmtpCommandException _e) { _q = _e.StatusCode; } if (_q is { } _c
                && @condition[code:_c]) Hit(#); else Hit(#); }
            """,
            "which of two values a variable has is not followed"),
        Exact("filtered", "any type by a switch", """
            catch (Exception _e) when (_e switch {
                SmtpCommandException {
                    StatusCode: @pattern
                } => true, SmtpCommandException _s when @condition[code:_s.StatusCode] => true, _ => false
            }) { Hit(#); }
            """),
        Exact("filtered", "property that is named", """
            catch (Exception _e) when (_e is SmtpCommandException {
                StatusCode: var _c
            } && @condition[code:_c]) { Hit(#); }
            """),
    ];

    private static Shape[] MorePrograms =>
    [
        Exact("program", "parameter by reference", """
            static void Handle(in SmtpStatusCode code)
            {
                var _f = false;
                @block[code:code,bool:_f]
            }
            public static void Run(SmtpStatusCode code) => Handle(code);
            """),
        Inexact("program", "bool given out", """
            static void Handle(SmtpStatusCode code, out bool told)
            {
                told = @condition[code:code,bool:true];
                if (told) Hit(#); else Hit(#);
            }
            public static void Run(SmtpStatusCode code) => Handle(code, out _);
            """, "a parameter that is written to is not followed"),
        Exact("program", "primary constructor", """
            sealed class Judge(SmtpStatusCode code) { public bool Run() => @condition[code:code,bool:true] && Hit(#); }
            public static void Run(SmtpStatusCode code) => new Judge(code).Run();
            """),
        Exact("program", "record", """
            sealed record Judge(SmtpStatusCode Code)
            {
                public bool Retry
                {
                    get { var _f = true; @block[code:Code,bool:_f,return:return _f;] return @condition[code:Code,bool:_f] && Hit(#); }
                }
            }
            public static bool Run(SmtpStatusCode code) => new Judge(code).Retry;
            """),
        Exact("program", "positional patterns of a record", """
            static void Handle(Answer answer)
            {
                if (answer is (@pattern, _)) Hit(#); else Hit(#);
                if (answer is (var _c, _) && @condition[code:_c,bool:true]) Hit(#); else Hit(#);
                _ = answer switch { (@pattern, _) => Hit(#), { Code: @pattern } => Hit(#), null => Hit(#), _ => Hit(#) };
            }
            public static void Run(SmtpStatusCode code) => Handle(OrNull(code) is { } given ? new Answer(given, true) : null);
            """),
        Inexact("program", "positional pattern with a bool", """
            static void Handle(Answer answer)
            {
                if (answer is (@pattern, true)) Hit(#); else if (answer is { Code: @pattern, Sent: false }) Hit(#); else Hit(#);
            }
            public static void Run(SmtpStatusCode code) => Handle(new Answer(code, true));
            """, "it looks elsewhere as well"),
        Inexact("program", "positional pattern of a Deconstruct of its own", """
            sealed class Turned
            {
                public SmtpStatusCode Code;
                public void Deconstruct(out SmtpStatusCode code, out bool sent) { code = Code + 1; sent = true; }
            }
            static void Handle(Turned turned) { if (turned is (@pattern, _)) Hit(#); else if (turned.Code == @member) Hit(#); else Hit(#); }
            public static void Run(SmtpStatusCode code) => Handle(new Turned { Code = code });
            """, "what a function gives out is not followed"),
        Exact("program", "tuple", """
            static void Handle((SmtpStatusCode Code, string Text) reply)
            {
                var _f = false;
                @block[code:reply.Code,bool:_f]
                if (reply is (@pattern, _)) Hit(#); else Hit(#);
                if (reply is { Code: @pattern }) Hit(#); else Hit(#);
            }
            public static void Run(SmtpStatusCode code) => Handle((code, ""));
            """),
        Exact("program", "function in a field", """
            static readonly Func<SmtpStatusCode, bool> Judge = _c => @condition[code:_c,bool:true] && Hit(#);
            public static bool Run(SmtpStatusCode code) => Judge(code);
            """),
        Exact("program", "condition that is awaited", """
            static async Task Handle(SmtpStatusCode code)
            {
                if (await Task.FromResult(@condition[code:code,bool:false])) Hit(#); else Hit(#);
                if (@condition[code:code,bool:true] && await Task.FromResult(true)) Hit(#);
            }
            public static void Run(SmtpStatusCode code) => Handle(code).GetAwaiter().GetResult();
            """),
        Exact("program", "code that is awaited", """
            static async Task Handle(SmtpStatusCode code)
            {
                var _f = false;
                var _c = await Task.FromResult(code);
                @block[code:_c,bool:_f]
            }
            public static void Run(SmtpStatusCode code) => Handle(code).GetAwaiter().GetResult();
            """),
    ];
}
