using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Conditions;

/// <summary>
/// Divides the real reply codes into classes that some conditions do not tell apart: what holds for one code of a class holds for all of
/// it. By partition refinement: each set of codes splits the classes that it cuts through, in one pass over the codes.
/// </summary>
internal sealed class EquivalenceClasses
{
    private const int Codes = ReplyCodes.Highest - ReplyCodes.Lowest + 1;

    // By class: how many codes it has, how many of them are in the set that splits it, and the class that takes the others.
    private readonly List<int> _sizes = [Codes];
    private readonly List<int> _inside = [0];
    private readonly List<short> _rest = [0];

    /// <summary>
    /// The classes by <paramref name="conditions"/>, given with all of their parts. Each element of a list makes a class of its own, since
    /// each is at a place of its own.
    /// </summary>
    public static IReadOnlyList<ReplyCodeSet> Of(IEnumerable<Condition> conditions)
    {
        var classes = new EquivalenceClasses();
        Span<short> classOf = stackalloc short[Codes];
        foreach (var set in Sets(conditions).Distinct())
            classes.Split(set, classOf);
        return ReplyCodeSet.Partition(ReplyCodes.Lowest, classOf, classes._sizes.Count);
    }

    // Codes outside the set leave their class and make a new one.
    private void Split(ReplyCodeSet set, Span<short> classOf)
    {
        var before = _sizes.Count;
        for (var one = 0; one < before; one++)
            _inside[one] = 0;
        for (var i = 0; i < Codes; i++)
        {
            if (set.Contains(ReplyCodes.Lowest + i))
                _inside[classOf[i]]++;
        }

        for (var one = before - 1; one >= 0; one--)
        {
            var isCut = _inside[one] > 0 && _inside[one] < _sizes[one];
            _rest[one] = (short)(isCut ? _sizes.Count : one);
            if (!isCut)
                continue;
            _sizes.Add(_sizes[one] - _inside[one]);
            _sizes[one] = _inside[one];
            _inside.Add(0);
            _rest.Add(0);
        }

        for (var i = 0; i < Codes && _sizes.Count > before; i++)
        {
            if (!set.Contains(ReplyCodes.Lowest + i))
                classOf[i] = _rest[classOf[i]];
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
