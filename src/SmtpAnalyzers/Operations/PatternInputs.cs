using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>Finds the value that a pattern, or the instance in a property pattern, is matched against.</summary>
internal static class PatternInputs
{
    /// <summary>
    /// The operation whose value <paramref name="part"/> looks at: the operand of <c>is</c>, the input of a switch, or the member of the
    /// pattern around it. Null where the pattern takes its input apart in another way.
    /// </summary>
    public static IOperation? Of(IOperation part)
    {
        // The instance belongs to the pattern whose member it reads: one level further out.
        var operation = part is IInstanceReferenceOperation ? PatternOf(part) : part;
        while (operation?.Parent is { } parent)
        {
            switch (parent)
            {
                case IBinaryPatternOperation or INegatedPatternOperation:
                    operation = parent;
                    break;
                case IPropertySubpatternOperation sub:
                    return sub.Member;
                case IIsPatternOperation match:
                    return match.Value;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice }:
                    return choice.Value;
                case IPatternCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } }:
                    return choice.Value;
                default:
                    return null;
            }
        }

        return null;
    }

    private static IOperation? PatternOf(IOperation instance)
    {
        var operation = instance.Parent;
        while (operation is not null and not IRecursivePatternOperation)
            operation = operation.Parent;
        return operation;
    }
}
