namespace SmtpAnalyzers.Tests.Oracle;

internal static partial class Grammar
{
    // Members of a class; Run is called with every code.
    private static Shape[] Programs =>
    [
        Exact("program", "method", """
            public static void Run(SmtpStatusCode code)
            {
                var _f = false;
                @block[code:code,bool:_f]
            }
            """, weight: 6),
        Exact("program", "predicate", """
            public static bool Run(SmtpStatusCode code)
            {
                var _f = false;
                @block[code:code,bool:_f,return:return false;]
                return @condition[code:code,bool:_f] && Hit(#);
            }
            """),
        Exact("program", "helper that is a condition", """
            static bool Ask(SmtpStatusCode given) => @condition[code:given,bool:false];
            public static bool Run(SmtpStatusCode code)
            {
                if (Ask(code))
                    return Hit(#);
                return !Ask(code) && Hit(#);
            }
            """),
        // The helper is asked with every code: which codes its callers spare it, the engine doesn't say of the helper's own body.
        Exact("program", "helper of the exception", """
            static bool Ask(SmtpCommandException given) { return @condition[code:given.StatusCode,bool:false]; }
            static bool Judge(SmtpCommandException ex) => (Ask(ex) || @condition[code:ex.StatusCode,bool:true]) && Hit(#);
            public static void Run(SmtpStatusCode code) => Judge(Refused(code));
            """),
        Exact("program", "expression body", "public static bool Run(SmtpStatusCode code) => @condition[code:code,bool:false] && Hit(#);",
            weight: 2),
        Exact("program", "member of a parameter", """
            static void Handle(SmtpCommandException ex)
            {
                var _f = false;
                @block[code:ex.StatusCode,bool:_f]
            }
            public static void Run(SmtpStatusCode code) => Handle(Refused(code));
            """, weight: 2),
        Exact("program", "member of a member", """
            static void Handle(Reply reply)
            {
                var _f = false;
                @block[code:reply.Inner.StatusCode,bool:_f]
            }
            public static void Run(SmtpStatusCode code) => Handle(new Reply { Inner = Refused(code) });
            """),
        Exact("program", "extension method", """
            static bool Judge(this SmtpCommandException ex) => @condition[code:ex.StatusCode,bool:true] && Hit(#);
            public static void Run(SmtpStatusCode code) => Refused(code).Judge();
            """),
        Exact("program", "response", """
            static void Handle(SmtpResponse response)
            {
                var _f = false;
                @block[code:response.StatusCode,bool:_f]
            }
            public static void Run(SmtpStatusCode code) => Handle(new SmtpResponse(code, "text"));
            """),
        Exact("program", "field of the instance", """
            sealed class Kept
            {
                public SmtpStatusCode Code;
                public bool Judge() => @condition[code:Code,bool:false] && Hit(#);
                public void Handle() { var _f = false; @block[code:this.Code,bool:_f] }
            }
            public static void Run(SmtpStatusCode code) { var kept = new Kept { Code = code }; kept.Judge(); kept.Handle(); }
            """),
        Exact("program", "nullable", """
            static void Handle(SmtpStatusCode? code)
            {
                var _f = false;
                @block[code:code.Value,bool:_f]
            }
            public static void Run(SmtpStatusCode code) => Handle(code);
            """),
        Exact("program", "async method", """
            static async Task Handle(SmtpStatusCode code)
            {
                var _f = false;
                @block[code:code,bool:_f]
                await Task.CompletedTask;
                @block[code:code,bool:_f]
            }
            public static void Run(SmtpStatusCode code) => Handle(code).GetAwaiter().GetResult();
            """),
        Exact("program", "iterator", """
            static IEnumerable<int> Handle(SmtpStatusCode code)
            {
                var _f = false;
                @block[code:code,bool:_f,return:yield break;]
                yield return 1;
                @block[code:code,bool:_f,return:yield break;]
            }
            public static void Run(SmtpStatusCode code) { foreach (var one in Handle(code)) { } }
            """),
        Exact("program", "lambda", """
            public static void Run(SmtpStatusCode code)
            {
                Action<SmtpStatusCode> act = _c =>
                {
                    var _f = false;
                    @block[code:_c,bool:_f]
                };
                act(code);
            }
            """),
        Exact("program", "lambda that captures", """
            public static void Run(SmtpStatusCode code)
            {
                Func<bool> judge = () => @condition[code:code,bool:false] && Hit(#);
                judge();
            }
            """),
        Exact("program", "lambda in a query", """
            public static void Run(SmtpStatusCode code) => new[] { code }.Where(_c => @condition[code:_c,bool:true] && Hit(#)).ToList();
            """),
        Exact("program", "local function", """
            public static void Run(SmtpStatusCode code)
            {
                Judge(code);
                void Judge(SmtpStatusCode _c)
                {
                    var _f = false;
                    @block[code:_c,bool:_f]
                }
            }
            """),
        Exact("program", "local function in a try", """
            public static void Run(SmtpStatusCode code)
            {
                using (new Nothing())
                {
                    Judge(code);
                    void Judge(SmtpStatusCode _c)
                    {
                        var _f = false;
                        @block[code:_c,bool:_f]
                    }
                }
            }
            """),
        Exact("program", "exception of any type", """
            static void Handle(Exception ex)
            {
                var _f = false;
                @typed[bool:_f,ex:ex]
                @typed[bool:_f,ex:ex]
            }
            public static void Run(SmtpStatusCode code) => Handle(Refused(code));
            """, weight: 4),
    ];

    // What a function does with an exception that it does not know to be a refusal.
    private static Shape[] Exceptions =>
    [
        Exact("typed", "switch over types", """
            switch (@ex)
            {
                case SmtpProtocolException: Hit(#); break;
                case SmtpCommandException _s when @condition[code:_s.StatusCode]: { @block[code:_s.StatusCode] } break;
                case SmtpCommandException { StatusCode: @pattern }: Hit(#); break;
                case SmtpCommandException { StatusCode: var _c }: { @block[code:_c] } break;
                case IOException: Hit(#); break;
                default: Hit(#); break;
            }
            """),
        Exact("typed", "switch expression over types", """
            _ = @ex switch
            {
                SmtpCommandException { StatusCode: @pattern } => Hit(#),
                SmtpCommandException _s when @condition[code:_s.StatusCode] => Hit(#),
                CommandException => Hit(#),
                _ => Hit(#),
            };
            """),
        Exact("typed", "is with a name", "if (@ex is SmtpCommandException _s) { @block[code:_s.StatusCode] } else { Hit(#); }"),
        Exact("typed", "is with a name and a test",
            "if (@ex is SmtpCommandException _s && @condition[code:_s.StatusCode]) Hit(#); else Hit(#);"),
        Exact("typed", "is with a property", "if (@ex is SmtpCommandException { StatusCode: @pattern }) Hit(#); else Hit(#);"),
        Exact("typed", "is with a property and a name", """
            if (@ex is SmtpCommandException { StatusCode: @pattern } _s && @condition[code:_s.StatusCode]) Hit(#);
            else Hit(#);
            """),
        Exact("typed", "base type with a property",
            "if (@ex is CommandException and SmtpCommandException { StatusCode: @pattern }) Hit(#); else Hit(#);"),
        Exact("typed", "is not", "if (@ex is not SmtpCommandException { StatusCode: @pattern }) Hit(#); else Hit(#);"),
        Exact("typed", "is var", "if (@ex is SmtpCommandException { StatusCode: var _c } && @condition[code:_c]) Hit(#); else Hit(#);"),
        Exact("typed", "cast", "{ var _s = (SmtpCommandException)@ex; @block[code:_s.StatusCode] }"),
        Exact("typed", "cast in place", "if (((SmtpCommandException)@ex).StatusCode is @pattern) Hit(#); else Hit(#);"),
        Exact("typed", "as", """
            { var _s = @ex as SmtpCommandException; if (_s != null && @condition[code:_s.StatusCode])
                Hit(#); else Hit(#); }
            """),
        Exact("typed", "as and access", "if ((@ex as SmtpCommandException)?.StatusCode == @member) Hit(#); else Hit(#);"),
        Exact("typed", "as and a pattern", "if ((@ex as SmtpCommandException)?.StatusCode is @pattern) Hit(#); else Hit(#);"),
        Inexact("typed", "thrown and caught", """
            try { throw @ex; }
            catch (SmtpCommandException _e) when (@condition[code:_e.StatusCode]) { @block[code:_e.StatusCode] }
            catch (Exception) { Hit(#); }
            """,
            "what is known of one reply says nothing of the next"),
    ];
}
