using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>The values of a conditional or switch expression, each where it is chosen.</summary>
internal static class GivenValues
{
    /// <summary>What <paramref name="value"/>, at <paramref name="at"/>, may be, with the codes that come to it.</summary>
    public static IEnumerable<(ProgramPoint Point, IOperation Value)> Of(
        FunctionBody body, ReachAnalysis reach, ProgramPoint at, IOperation value) =>
        value.Unconverted() is IFlowCaptureReferenceOperation capture
            ? from write in body.Operations.Writing(capture.Id)
              where write.Operation is IFlowCaptureOperation
              let point = new ProgramPoint(write.Block, write.Step, reach.Before(write.Block, write.Step))
              where !point.State.Codes.IsEmpty && !ReachAnalysis.IsWithoutReply(point.State)
              from given in Of(body, reach, point, ((IFlowCaptureOperation)write.Operation).Value)
              select given
            : [(at, value.Unconverted())];
}
