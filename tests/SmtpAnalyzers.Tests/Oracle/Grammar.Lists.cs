namespace SmtpAnalyzers.Tests.Oracle;

internal static partial class Grammar
{
    private static Shape[] LookUps =>
    [
        Exact("condition", "contains", "@list.Contains(@code)", weight: 3),
        Exact("condition", "contains number", "@numlist.Contains(@int)", weight: 2),
        Exact("condition", "contains, by the class of sequences", "Enumerable.Contains(@list, @code)"),
        Exact("condition", "does not contain", "!@list.Contains(@code)"),
        Exact("condition", "contains in either", "@list.Contains(@code) || @numlist.Contains(@int)"),
        Exact("condition", "contains the class", "new[] { @digit, @digit }.Contains(@int / 100)"),
        Exact("condition", "contains the text", "new[] { \"@number\", \"@number\" }.Contains((@int).ToString())"),
        Exact("condition", "span contains", "((ReadOnlySpan<int>)[@number, @number]).Contains(@int)"),
        Exact("condition", "span on the stack contains", "((ReadOnlySpan<int>)stackalloc int[] { @number, @number }).Contains(@int)"),
        Exact("condition", "span of an array contains", "new[] { @number, @number, @number }.AsSpan().Contains(@int)"),
        Exact("condition", "span of the field of another class contains", "Known.Numbers.AsSpan().Contains(@int)"),
        Inexact("condition", "index in an array", "Array.IndexOf(new[] { @member, @member, @member }, @code) >= 0",
            "an index is not followed"),
        Inexact("condition", "index in a list", "new List<SmtpStatusCode> { @member, @member }.IndexOf(@code) != -1",
            "an index is not followed"),
        Exact("condition", "exists in an array", "Array.Exists(new[] { @member, @member, @member }, _x => _x == @code)"),
        Exact("condition", "any of a list", "@list.Any(_x => _x == @code)"),
        Inexact("condition", "binary search", "Array.BinarySearch(new[] { 421, 450, 451 }, @int) >= 0", "an index is not followed"),
    ];

    private static Shape[] Lists =>
    [
        Exact("list", "array", "new[] { @member, @member, @member }", weight: 2),
        Exact("list", "typed array", "new SmtpStatusCode[] { @member, @member }"),
        Exact("list", "list", "new List<SmtpStatusCode> { @member, @member, @member }", weight: 2),
        Exact("list", "list with a capacity", "new List<SmtpStatusCode>(4) { @member, @member }"),
        Exact("list", "list that is copied and added to", "new List<SmtpStatusCode>(new[] { @member, @member }) { @member }"),
        Exact("list", "set", "new HashSet<SmtpStatusCode> { @member, @member }", weight: 2),
        Exact("list", "set of an array", "new HashSet<SmtpStatusCode>(new[] { @member, @member })"),
        Exact("list", "sorted set", "new SortedSet<SmtpStatusCode> { @member, @member }"),
        Exact("list", "read-only list", "new List<SmtpStatusCode> { @member, @member }.AsReadOnly()"),
        Exact("list", "immutable array", "ImmutableArray.Create(@member, @member)"),
        Exact("list", "immutable list", "ImmutableList.Create(@member, @member)"),
        Exact("list", "immutable set", "ImmutableHashSet.Create(@member, @member, @member)"),
        Exact("list", "frozen set", "new[] { @member, @member }.ToFrozenSet()"),
        Exact("list", "collection expression", "((SmtpStatusCode[])[@member, @member, @member])"),
        Exact("list", "collection expression with a spread", "((SmtpStatusCode[])[.. new[] { @member, @member }, @member])"),
        Exact("list", "collection expression with the field of another class", "((List<SmtpStatusCode>)[.. Known.Array, @member])"),
        Exact("list", "array as a sequence", "((IEnumerable<SmtpStatusCode>)new[] { @member, @member })"),
        Exact("list", "array as a list", "((IReadOnlyList<SmtpStatusCode>)new[] { @member, @member })"),
        Exact("list", "array made a list", "new[] { @member, @member }.ToList()"),
        Exact("list", "concatenated", "new[] { @member, @member }.Concat(new[] { @member })"),
        Exact("list", "united", "new[] { @member }.Union(new[] { @member, @member }).ToHashSet()"),
        Exact("list", "appended", "new[] { @member }.Append(@member).Prepend(@member)"),
        Exact("list", "without some", "new[] { @member, @member, @member }.Except(new[] { @member })"),
        Inexact("list", "filtered", "new[] { @member, @member }.Where(static _x => _x != SmtpStatusCode.MailboxBusy)",
            "a call with a function is not followed"),
        Inexact("list", "mapped", "new[] { 421, @number }.Select(static _x => (SmtpStatusCode)_x)",
            "a call with a function is not followed"),
        Inexact("list", "of all members", "Enum.GetValues<SmtpStatusCode>()", "what an unknown call returns is not seen"),
        Exact("list", "static array of another class", "Known.Array"),
        Exact("list", "static list of another class", "Known.List"),
        Exact("list", "static sequence of another class", "Known.Sequence"),
        Exact("list", "static set of another class", "Known.Set"),
        Exact("list", "static immutable set of another class", "Known.Immutable"),
        Exact("list", "static frozen set of another class", "Known.Frozen"),
        Exact("list", "property of another class", "Known.Property"),
        Exact("list", "kept property of another class", "Known.KeptProperty"),
        Inexact("list", "static list that its class fills", "Known.Filled", "a list that is changed after it is made"),
        Inexact("list", "static field that its class assigns", "Known.Assigned", "a list that is changed after it is made"),
        Inexact("list", "static list by another name of the enum", "Known.ByOtherNames", "another file is read without its usings"),
        Inexact("list", "static field that can be assigned", "Known.Open", "a field that anyone can assign"),

        Exact("numlist", "array", "new[] { @number, @number, @number }"),
        Exact("numlist", "list", "new List<int> { @number, @number, (int)@member }"),
        Exact("numlist", "range", "Enumerable.Range(400, @remainder)"),
        Exact("numlist", "range and more", "Enumerable.Range(400, @remainder).Append(@number)"),
        Exact("numlist", "static numbers of another class", "Known.Numbers"),
    ];

    // A list in a variable or a field of the program's own.
    private static Shape[] KeptLists =>
    [
        Exact("statement", "list in a variable", "var _l = @list; if (_l.Contains(@code)) Hit(#); else Hit(#);", weight: 2),
        Exact("statement", "list in a variable of an interface",
            "IReadOnlyCollection<SmtpStatusCode> _l = new[] { @member, @member }; if (_l.Contains(@code)) { @block }"),
        Exact("statement", "list of constants", """
            const SmtpStatusCode _k = @member;
            var _l = new[] { _k, @member };
            if (_l.Contains(@code)) Hit(#); else Hit(#);
            """),
        Inexact("statement", "list that is filled", """
            var _l = new List<SmtpStatusCode> { @member };
            _l.Add(@member); if (_l.Contains(@code)) Hit(#); else Hit(#);
            """, "a list that is changed after it is made"),
        Inexact("statement", "set that is filled in a branch", """
            var _l = new HashSet<SmtpStatusCode> { @member };
            if (@condition) _l.UnionWith(@list); if (_l.Contains(@code)) Hit(#); else Hit(#);
            """,
            "a list that is changed after it is made"),
        Inexact("statement", "array that is written to",
            "var _l = new[] { @member, @member }; _l[0] = @member; if (_l.Contains(@code)) Hit(#); else Hit(#);",
                "a list that is changed after it is made"),
        Inexact("statement", "list that is given away", """
            var _l = new List<SmtpStatusCode> { @member };
            Known.Fill(_l); if (_l.Contains(@code)) Hit(#); else Hit(#);
            """, "a list that is changed after it is made"),
        Inexact("statement", "list with another name", """
            var _l = new List<SmtpStatusCode> { @member };
            var _m = _l; _m.Clear(); if (_l.Contains(@code)) Hit(#); else Hit(#);
            """, "a list that is changed after it is made"),
        Exact("program", "static list", """
            static readonly HashSet<SmtpStatusCode> Retried = new() { @member, @member, @member };
            public static bool Run(SmtpStatusCode code) => (Retried.Contains(code) || @condition[code:code,bool:false]) && Hit(#);
            """),
        Exact("program", "static list of an interface", """
            private static readonly IReadOnlyList<SmtpStatusCode> Retried = new List<SmtpStatusCode> { @member, @member };
            private static IEnumerable<int> Numbers => new[] { @number, @number };
            public static bool Run(SmtpStatusCode code) => (Retried.Contains(code) || Numbers.Contains((int)code)) && Hit(#);
            """),
        Exact("program", "list of the instance", """
            sealed class Judge
            {
                private readonly List<SmtpStatusCode> _codes = [@member, @member];
                private int[] Numbers { get; } = { @number, @number };
                public bool Run(SmtpStatusCode code) => (_codes.Contains(code) || Numbers.Contains((int)code)) && Hit(#);
            }
            public static void Run(SmtpStatusCode code) => new Judge().Run(code);
            """),
        Inexact("program", "list of the instance given by its maker", """
            sealed class Judge
            {
                private readonly SmtpStatusCode[] _codes = { @member };
                public Judge(params SmtpStatusCode[] codes) { _codes = codes; }
                public bool Run(SmtpStatusCode code) => _codes.Contains(code) && Hit(#);
            }
            public static void Run(SmtpStatusCode code) => new Judge(@member, @member).Run(code);
            """, "a list that is changed after it is made"),
        Inexact("program", "list that a derived class replaces", """
            class Judge
            {
                protected virtual SmtpStatusCode[] Codes => new[] { @member };
                public bool Run(SmtpStatusCode code) => Codes.Contains(code) && Hit(#);
            }
            sealed class Other : Judge { protected override SmtpStatusCode[] Codes => new[] { @member, @member }; }
            public static void Run(SmtpStatusCode code) => new Other().Run(code);
            """, "what a derived class has instead is not known"),
    ];
}
