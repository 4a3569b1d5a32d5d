namespace SmtpAnalyzers.Tests.Oracle;

internal static partial class Grammar
{
    // Programs that are run without a reply code as well: OrNull makes null of it.
    private static Shape[] NullPrograms =>
    [
        Exact("program", "null for a code", """
            static void Handle(SmtpStatusCode? code)
            {
                var _f = false;
                @nullable[bool:_f,maybe:code]
                @nullable[bool:_f,maybe:code]
            }
            public static void Run(SmtpStatusCode code) => Handle(OrNull(code));
            """, weight: 2),
        Exact("program", "null for an exception", """
            static void Handle(SmtpCommandException ex)
            {
                var _f = false;
                @nullable[bool:_f,maybe:(ex?.StatusCode)]
                if (ex == null) Hit(#); else { @block[code:ex.StatusCode,bool:_f] }
                @owner[bool:_f,holder:ex]
            }
            public static void Run(SmtpStatusCode code) => Handle(RefusedOrNull(code));
            """, weight: 2),
        Exact("program", "null for what is inside", """
            static void Handle(Reply reply)
            {
                var _f = false;
                @nullable[bool:_f,maybe:(reply?.Inner?.StatusCode)]
                @owner[bool:_f,holder:reply.Inner]
                if (reply is { Inner.StatusCode: @pattern }) Hit(#); else Hit(#);
                if (reply is { Inner: { StatusCode: @pattern } _s }) Hit(#); else Hit(#);
            }
            public static void Run(SmtpStatusCode code) => Handle(new Reply { Inner = RefusedOrNull(code) });
            """),
        Exact("program", "null for what is asked for its type", """
            static void Handle(Exception ex)
            {
                var _f = false;
                @nullable[bool:_f,maybe:((ex as SmtpCommandException)?.StatusCode)]
                if (ex is SmtpCommandException _s && @condition[code:_s.StatusCode,bool:_f]) Hit(#); else Hit(#);
                if (ex is not SmtpCommandException { StatusCode: @pattern }) Hit(#); else Hit(#);
                switch (ex)
                {
                    case SmtpCommandException { StatusCode: @pattern }: Hit(#); break;
                    case SmtpCommandException: Hit(#); break;
                    default: Hit(#); break;
                }
            }
            public static void Run(SmtpStatusCode code) => Handle(RefusedOrNull(code));
            """),
        Exact("program", "null for a field", """
            sealed class Kept
            {
                public SmtpStatusCode? Code;
                public void Judge() { var _f = false; @nullable[bool:_f,maybe:Code] }
            }
            public static void Run(SmtpStatusCode code) => new Kept { Code = OrNull(code) }.Judge();
            """),
        Exact("program", "null for a copy", """
            static void Handle(SmtpCommandException ex)
            {
                var _f = false;
                var _q = ex?.StatusCode;
                @nullable[bool:_f,maybe:_q]
            }
            public static void Run(SmtpStatusCode code) => Handle(RefusedOrNull(code));
            """),
    ];

    // What a function does with a code that may be null.
    private static Shape[] Nullables =>
    [
        Exact("nullable", "equal", "if (@maybe == @member) Hit(#); else Hit(#);"),
        Exact("nullable", "not equal", "if (@maybe != @member) Hit(#); else Hit(#);"),
        Exact("nullable", "at least", "if (@maybe >= @member) Hit(#); else Hit(#);"),
        Exact("nullable", "number below", "if ((int?)@maybe < @number) Hit(#); else Hit(#);"),
        Exact("nullable", "class", "if ((int?)@maybe / 100 == @digit) Hit(#); else Hit(#);"),
        Exact("nullable", "not the class", "if ((int?)@maybe / 100 != @digit) Hit(#); else Hit(#);"),
        Exact("nullable", "pattern", "if (@maybe is @pattern) Hit(#); else Hit(#);", weight: 2),
        Exact("nullable", "pattern or null", "if (@maybe is null or @pattern) Hit(#); else Hit(#);"),
        Exact("nullable", "is null", "if (@maybe is null) Hit(#); else Hit(#);"),
        Exact("nullable", "is not null", "if (@maybe is not null) Hit(#); else Hit(#);"),
        Exact("nullable", "equals null", "if (@maybe == null) Hit(#); else Hit(#);"),
        Exact("nullable", "differs from null", "if (null != @maybe) Hit(#); else Hit(#);"),
        Exact("nullable", "has a value", "if (@maybe.HasValue && @maybe.Value is @pattern) Hit(#); else Hit(#);"),
        Exact("nullable", "name for the value", "if (@maybe is { } _c && @condition[code:_c]) Hit(#); else Hit(#);", weight: 2),
        Exact("nullable", "name and type for the value", "if (@maybe is SmtpStatusCode _c) { @block[code:_c] } else Hit(#);", weight: 2),
        Exact("nullable", "or default", "if ((@maybe ?? default) == @member) Hit(#); else Hit(#);"),
        Exact("nullable", "or a constant", "if ((@maybe ?? SmtpStatusCode.MailboxBusy) is @pattern) Hit(#); else Hit(#);"),
        Exact("nullable", "number or zero", "if (((int?)@maybe ?? 0) >= @number) Hit(#); else Hit(#);"),
        Exact("nullable", "value or default", "if (@maybe.GetValueOrDefault() < @member) Hit(#); else Hit(#);"),
        Exact("nullable", "value or a constant", "if (@maybe.GetValueOrDefault(SmtpStatusCode.Ok) != @member) Hit(#); else Hit(#);"),
        Exact("nullable", "switch", """
            switch (@maybe) {
                case null: Hit(#); break; case @label: case @label: Hit(#); break; default: Hit(#); break;
            }
            """),
        Exact("nullable", "switch without null", """
            switch (@maybe) {
                case @label when @bool: Hit(#); break; case SmtpStatusCode _c when @condition[code:_c]: Hit(#); break;
                default: Hit(#); break;
            }
            """),
        Exact("nullable", "switch expression", """
            _ = @maybe switch {
                @label => Hit(#), null => Hit(#), { } _c when @condition[code:_c] => Hit(#), _ => Hit(#)
            };
            """),
        Exact("nullable", "guard", "if (@maybe is not { } _c) Hit(#); else if (@condition[code:_c]) Hit(#); else Hit(#);"),
        Exact("nullable", "flag", "var _b = @maybe == @member; if (_b) Hit(#); else Hit(#);"),
        Exact("nullable", "flag of null", "var _b = @maybe is null || @maybe == @member; if (_b) Hit(#); else Hit(#);"),
        Exact("nullable", "copy", "{ var _q = @maybe; if (_q == @member) Hit(#); else if (_q is null) Hit(#); else Hit(#); }"),

        Exact("owner", "equals null", "if (@holder == null || @holder.StatusCode == @member) Hit(#); else Hit(#);"),
        Exact("owner", "property", "if (@holder is { StatusCode: @pattern }) Hit(#); else Hit(#);"),
        Exact("owner", "not the property",
            "if (@holder is not { StatusCode: @pattern } _s) Hit(#); else if (@condition[code:_s.StatusCode]) Hit(#);"),
        Exact("owner", "null or the property", "if (@holder is null or { StatusCode: @pattern }) Hit(#); else Hit(#);"),
        Exact("owner", "there", "if (@holder is { }) Hit(#); else Hit(#);"),
        Exact("owner", "switch", """
            switch (@holder) {
                case null: Hit(#); break; case { StatusCode: @pattern }: Hit(#); break; default: Hit(#); break;
            }
            """),
        Exact("owner", "switch expression", """
            _ = @holder switch {
                { StatusCode: @pattern } => Hit(#), { StatusCode: var _c } when @condition[code:_c] => Hit(#), null =>
                    Hit(#), _ => Hit(#)
            };
            """),
    ];

    // Null that stands for some of the codes.
    private static Shape[] NullStatements =>
    [
        Inexact("statement", "null for some codes", """
            { SmtpStatusCode? _q = @condition ? @code : null; if (_q is null) Hit(#); else Hit(#); if (_q == @member)
                Hit(#); else Hit(#); }
            """,
            "which of two values a variable has is not followed"),
        Inexact("statement", "null unless it is given",
            "{ SmtpStatusCode? _q = null; if (@condition) _q = @code; if (_q.HasValue) Hit(#); else Hit(#); }",
                "which of two values a variable has is not followed"),
        Inexact("statement", "another code for some",
            "{ var _c = @condition ? @code : SmtpStatusCode.Ok; if (_c == @member) Hit(#); else Hit(#); }",
                "which of two values a variable has is not followed"),
        Inexact("statement", "null of another condition", """
            { SmtpStatusCode? _q = Odd() ? @code : default(SmtpStatusCode?); if (_q is @pattern)
                Hit(#); else Hit(#); }
            """, "an unknown call"),
        Inexact("statement", "owner that is null for some codes", """
            { var _s = @condition ? Refused(@code) : null; if (_s?.StatusCode == @member) Hit(#); else if (_s == null)
                Hit(#); else Hit(#); }
            """,
            "which of two values a variable has is not followed"),
        Inexact("statement", "lifted flag", """
            { bool? _b = @condition ? true : null; if (_b == true) Hit(#); else Hit(#); if (_b is null)
                Hit(#); else Hit(#); }
            """, "which of two values a variable has is not followed"),
        Exact("statement", "lifted flag that is never null",
            "{ bool? _b = @condition; if (_b == true) Hit(#); else Hit(#); if (_b != false) Hit(#); }"),
        Inexact("statement", "lifted flag or a constant",
            "{ bool? _b = null; if (@condition) _b = @condition; if (_b ?? false) Hit(#); else Hit(#); }",
                "which of two values a variable has is not followed"),
    ];
}
