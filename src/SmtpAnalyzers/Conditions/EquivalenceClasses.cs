using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Conditions;

/// <summary>
/// Divides the real reply codes into classes that some conditions do not tell apart: what holds for one code of a class holds for all of
/// it. By partition refinement: each set of codes splits the classes that it cuts through, in one pass over the codes.
/// </summary>
internal sealed class EquivalenceClasses
{
    private const int Codes = ReplyCodes.Highest - ReplyCodes.Lowest + 1;

    private readonly int[] _classOf = new int[Codes];
    private readonly int[] _sizes = new int[Codes];
    private readonly int[] _inside = new int[Codes];
    private readonly int[] _rest = new int[Codes];
    private int _count = 1;

    private EquivalenceClasses() => _sizes[0] = Codes;

    /// <summary>
    /// The classes by <paramref name="conditions"/>, given with all of their parts. Each element of a list makes a class of its own, since
    /// each is at a place of its own.
    /// </summary>
    public static IReadOnlyList<ReplyCodeSet> Of(IEnumerable<Condition> conditions)
    {
        var classes = new EquivalenceClasses();
        foreach (var set in Sets(conditions).Distinct())
            classes.Split(set);
        return Enumerable.Range(ReplyCodes.Lowest, Codes).ToLookup(code => classes._classOf[code - ReplyCodes.Lowest])
            .OrderBy(static one => one.Key).Select(static one => ReplyCodeSet.Of([.. one])).ToList();
    }

    // Codes outside the set leave their class and make a new one.
    private void Split(ReplyCodeSet set)
    {
        Array.Clear(_inside, 0, _count);
        for (var i = 0; i < Codes; i++)
        {
            if (set.Contains(ReplyCodes.Lowest + i))
                _inside[_classOf[i]]++;
        }

        var before = _count;
        for (var one = before - 1; one >= 0; one--)
        {
            var isCut = _inside[one] > 0 && _inside[one] < _sizes[one];
            _rest[one] = isCut ? _count++ : one;
            if (isCut)
                (_sizes[_rest[one]], _sizes[one]) = (_sizes[one] - _inside[one], _inside[one]);
        }

        for (var i = 0; i < Codes && _count > before; i++)
        {
            if (!set.Contains(ReplyCodes.Lowest + i))
                _classOf[i] = _rest[_classOf[i]];
        }
    }

    // Elements of lists come last: the list that they are in is told apart first.
    private static IEnumerable<ReplyCodeSet> Sets(IEnumerable<Condition> conditions)
    {
        var elements = new List<ReplyCodeSet>();
        foreach (var condition in conditions)
        {
            if (condition.Constant is not { } test)
                continue;
            if (condition is Condition.Atom { WhenTrue: MatchKind.Element })
            {
                elements.Add(test.WhenTrue);
                continue;
            }

            yield return test.WhenTrue;
            yield return test.WhenFalse;
        }

        foreach (var element in elements)
            yield return element;
    }
}
