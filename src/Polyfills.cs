namespace System
{
    /// <summary>What the compiler asks for in <c>list[^1]</c> and list patterns; netstandard2.0 lacks it.</summary>
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public int GetOffset(int length) => fromEnd ? length - value : value;
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>What the compiler asks for in records and init accessors; netstandard2.0 lacks it.</summary>
    internal static class IsExternalInit;
}
