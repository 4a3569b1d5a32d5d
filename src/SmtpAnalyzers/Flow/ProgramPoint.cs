using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Conditions;

namespace SmtpAnalyzers.Flow;

/// <summary>A step of a block and what holds before it.</summary>
internal readonly record struct ProgramPoint(BasicBlock Block, int Step, FlowState State);
