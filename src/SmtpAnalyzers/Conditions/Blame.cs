namespace SmtpAnalyzers.Conditions;

/// <summary>Names the atoms by which one reply code makes a condition true or false.</summary>
internal static class Blame
{
    /// <summary>
    /// Adds to <paramref name="found"/>, in source order, the atoms that ask for <paramref name="code"/> where it makes
    /// <paramref name="condition"/> come out as <paramref name="value"/>. Where none does, the first one that did not stop it is added;
    /// nothing where the code cannot do so.
    /// </summary>
    public static void AddTo(List<ConditionAtom> found, Condition condition, bool value, int code, FlowState state)
    {
        if (condition is Condition.Atom)
        {
            found.Add(condition.Passed(value));
            return;
        }

        var before = found.Count;
        ConditionAtom? passed = null;
        // Without recursion: a list of thousands of codes may be as deep.
        var pending = new Stack<(Condition Condition, bool Value)>();
        pending.Push((condition, value));
        while (pending.Count > 0)
        {
            var (part, outcome) = pending.Pop();
            if (part is Condition.Not not)
            {
                pending.Push((not.Operand, !outcome));
            }
            else if (part is Condition.Combination)
            {
                for (var i = part.Parts.Length - 1; i >= 0; i--)
                {
                    if (part.Parts[i].Evaluate(state).When(outcome).Contains(code))
                        pending.Push((part.Parts[i], outcome));
                }
            }
            else if (part.Passed(outcome) is var atom && atom.Kind != MatchKind.Otherwise)
            {
                found.Add(atom);
            }
            else
            {
                passed ??= atom;
            }
        }

        if (found.Count == before && passed is not null)
            found.Add(passed);
    }
}
