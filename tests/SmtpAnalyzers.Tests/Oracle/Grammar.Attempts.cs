namespace SmtpAnalyzers.Tests.Oracle;

internal static partial class Grammar
{
    // Programs in which a send fails: the reply code is that of the exception.
    private static Shape[] Attempts =>
    [
        Exact("program", "try", """
            public static void Run(SmtpStatusCode code)
            {
                var _f = false;
                Current = code;
                @attempt[bool:_f]
                Hit(#);
                if (_f) Hit(#); else Hit(#);
            }
            """, weight: 6),
        Exact("program", "two tries", """
            public static void Run(SmtpStatusCode code)
            {
                var _f = false;
                Current = code;
                @attempt[bool:_f]
                if (_f) { @attempt[bool:_f] }
                Hit(#);
            }
            """),
        Exact("program", "try in an async method", """
            static async Task Handle(SmtpStatusCode code)
            {
                var _f = false;
                Current = code;
                try { await Mailer.SendAsync(1); Hit(#); }
                @catches[bool:_f]
                if (_f) Hit(#); else Hit(#);
            }
            public static void Run(SmtpStatusCode code) => Handle(code).GetAwaiter().GetResult();
            """, weight: 2),
        Exact("program", "try in a lambda", """
            public static void Run(SmtpStatusCode code)
            {
                Current = code;
                Action act = () =>
                {
                    var _f = false;
                    @attempt[bool:_f]
                    if (_f) Hit(#); else Hit(#);
                };
                act();
            }
            """),

        Exact("attempt", "send", "try { Mailer.Send(1); Hit(#); } @catches", weight: 4),
        Exact("attempt", "send and finally", "try { Mailer.Send(1); Hit(#); } @catches finally { Hit(#); }"),
        Exact("attempt", "send in a block of its own", "try { using (new Nothing()) { Mailer.Send(1); } } @catches"),
        Inexact("attempt", "send in a task", "try { Task.Run(() => Mailer.Send(1)).GetAwaiter().GetResult(); Hit(#); } @catches",
            "a task may succeed, or end with an exception of any type"),
        Exact("attempt", "try in finally's try", "try { try { Mailer.Send(1); } finally { Hit(#); } } @catches"),
        Exact("attempt", "once in a loop", "while (true) { try { Mailer.Send(1); } @catches break; }"),
        Exact("attempt", "another type inside", "try { try { Mailer.Send(1); } catch (IOException) { Hit(#); } } @catches"),
        Inexact("attempt", "rethrown to a try around it", "try { try { Mailer.Send(1); } @catches[return:throw;] } @catches",
            "what the inner handlers let go is another exception to the outer ones"),
        Inexact("attempt", "several times", "for (var _i = 0; _i < 3; _i++) { try { Mailer.Send(1); break; } @catches }",
            "the number of turns is not followed"),
        Inexact("attempt", "flag set before and after", "try { @bool = true; Mailer.Send(1); @bool = false; } @catches",
            "an exception can come from any step"),

        Exact("catches", "filter, then the rest", "@filtered @rest", weight: 3),
        Exact("catches", "filters, then the rest", "@filtered @filtered @rest", weight: 3),
        Exact("catches", "filters only", "@filtered @filtered"),
        Exact("catches", "one for all", "@rest"),

        Exact("filtered", "refusal with a filter",
            "catch (SmtpCommandException _e) when (@condition[code:_e.StatusCode]) { @block[code:_e.StatusCode] }", weight: 4),
        Exact("filtered", "refusal by its property",
            "catch (SmtpCommandException _e) when (_e is { StatusCode: @pattern }) { @block[code:_e.StatusCode] }"),
        Exact("filtered", "base type by its property",
            "catch (CommandException _e) when (_e is SmtpCommandException { StatusCode: @pattern }) { Hit(#); }"),
        Exact("filtered", "any type by its name", """
            catch (Exception _e) when (_e is SmtpCommandException _s && @condition[code:_s.StatusCode]) {
                @block[code:_s.StatusCode]
            }
            """),
        Exact("filtered", "any type by its property and name", """
            catch (Exception _e) when (_e is SmtpCommandException { StatusCode: @pattern } _s) {
                @block[code:_s.StatusCode]
            }
            """),
        Exact("filtered", "any type by as", "catch (Exception _e) when ((_e as SmtpCommandException)?.StatusCode is @pattern) { Hit(#); }"),
        Exact("filtered", "another type", "catch (IOException) { Hit(#); }"),
        Exact("filtered", "never", "catch (SmtpCommandException) when (false) { Hit(#); }"),
        Inexact("filtered", "filter that looks elsewhere", "catch (SmtpCommandException _e) when (Odd()) { @block[code:_e.StatusCode] }",
            "an unknown call"),

        Exact("rest", "refusal", "catch (SmtpCommandException _e) { @block[code:_e.StatusCode] }", weight: 4),
        Exact("rest", "refusal by its base",
            "catch (CommandException _e) { var _s = (SmtpCommandException)_e; @block[code:_s.StatusCode] }"),
        Exact("rest", "any by its type",
            "catch (Exception _e) { if (_e is SmtpCommandException _s) { @block[code:_s.StatusCode] } else Hit(#); }"),
        Exact("rest", "refusal, then any", "catch (SmtpCommandException _e) { @block[code:_e.StatusCode] } catch (Exception) { Hit(#); }"),
        Exact("rest", "all", "catch { Hit(#); }"),
        Exact("rest", "copied code", """
            catch (SmtpCommandException _e) {
                var _c = (int)_e.StatusCode; if (_c / 100 == @digit) { @block[code:_e.StatusCode] } else Hit(#);
            }
            """),
        Exact("rest", "flag", "catch (SmtpCommandException _e) { @bool = @condition[code:_e.StatusCode]; Hit(#); }", weight: 2),
        Exact("rest", "flag, then rethrown",
            "catch (SmtpCommandException _e) { @bool = @condition[code:_e.StatusCode]; if (@bool) throw; Hit(#); }"),
    ];
}
