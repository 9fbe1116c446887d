__kernel void ialsStep(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *factors, __global uchar *partial, __global uchar *ranges, __global uchar *lambdas, __global uchar *products, __global uchar *residuals, __global uchar *directions, __global uchar *squares, __global uchar *failed, __global uchar *sizes, __private int k)
{
  bool b_21, b_44, b_69, b_80, b_85, b_104, b_110, b_114;
  float f_46, f_52, f_53, f_55, f_57, f_59, f_60, f_61, f_62, f_63, f_64, f_65, f_66, f_70, f_72, f_73, f_75, f_86, f_94, f_95, f_96, f_98, f_99, f_100, f_101, f_105, f_107, f_108, f_111, f_112, f_113;
  int i_12, i_13, i_14, i_15, i_16, i_17, i_18, i_19, i_20, i_22, i_26, i_27, i_31, i_32, i_33, i_37, i_38, i_39, i_40, i_45, i_47, i_48, i_54, i_67, i_68, i_71, i_74, i_77, i_78, i_79, i_81, i_83, i_84, i_87, i_88, i_89, i_90, i_102, i_103, i_106, i_109;
  long l_23, l_24, l_28, l_29, l_34, l_35, l_41, l_42, l_49, l_50, l_91, l_92;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_7, ul_8, ul_9, ul_11, ul_25, ul_30, ul_36, ul_43, ul_51, ul_56, ul_58, ul_76, ul_82, ul_93, ul_97;

  // BLOCK 0
  ul_0  =  (ulong) factors;
  ul_1  =  (ulong) partial;
  ul_2  =  (ulong) ranges;
  ul_3  =  (ulong) lambdas;
  ul_4  =  (ulong) products;
  ul_5  =  (ulong) residuals;
  ul_6  =  (ulong) directions;
  ul_7  =  (ulong) squares;
  ul_8  =  (ulong) failed;
  ul_9  =  (ulong) sizes;
  __local float adf_10[64];
  ul_11  =  ul_9 + 0L;
  i_12  =  *((__global int *) ul_11);
  i_13  =  get_local_id(0);
  i_14  =  i_13 >> 31;
  i_15  =  i_14 >> 27;
  i_16  =  i_15 + i_13;
  i_17  =  i_16 >> 5;
  i_18  =  get_group_id(0);
  i_19  =  i_18 << 1;
  i_20  =  i_17 + i_19;
  b_21  =  i_20 < i_12;
  if(b_21)
  {
    // BLOCK 1
    i_22  =  i_20 << 1;
    l_23  =  (long) i_22;
    l_24  =  l_23 << 2;
    ul_25  =  ul_2 + l_24;
    i_26  =  *((__global int *) ul_25);
    i_27  =  i_22 + 1;
    l_28  =  (long) i_27;
    l_29  =  l_28 << 2;
    ul_30  =  ul_2 + l_29;
    i_31  =  *((__global int *) ul_30);
    i_32  =  i_26;
    i_33  =  i_31;
  }  // B0
  else
  {
    // BLOCK 2
    i_32  =  0;
    i_33  =  0;
  }  // B0
  // BLOCK 3 MERGES [2 1 ]
  l_34  =  (long) i_20;
  l_35  =  l_34 << 2;
  ul_36  =  ul_7 + l_35;
  i_37  =  i_16 & -32;
  i_38  =  i_13 - i_37;
  i_39  =  i_20 << 5;
  i_40  =  i_38 + i_39;
  l_41  =  (long) i_40;
  l_42  =  l_41 << 2;
  ul_43  =  ul_6 + l_42;
  b_44  =  i_32 < i_33;
  if(b_44)
  {
    // BLOCK 4
    i_45  =  i_32;
    // BLOCK 5 MERGES [4 6 ]
    f_46  =  0.0F;
    i_45  =  i_32;
    for(;i_45 < i_33;)
    {
      // BLOCK 6
      i_47  =  i_45 << 5;
      i_48  =  i_47 + i_38;
      l_49  =  (long) i_48;
      l_50  =  l_49 << 2;
      ul_51  =  ul_1 + l_50;
      f_52  =  *((__global float *) ul_51);
      f_53  =  f_46 + f_52;
      i_54  =  i_45 + 1;
      f_46  =  f_53;
      i_45  =  i_54;
    }  // B5
    // BLOCK 7
    f_55  =  *((__global float *) ul_43);
    ul_56  =  ul_4 + l_42;
    f_57  =  *((__global float *) ul_56);
    ul_58  =  ul_3 + l_35;
    f_59  =  *((__global float *) ul_58);
    f_60  =  *((__global float *) ul_36);
    f_61  =  f_57 + f_46;
    f_62  =  fma(f_55, f_59, f_61);
    f_63  =  f_55;
    f_64  =  f_62;
    f_65  =  f_60;
  }  // B3
  else
  {
    // BLOCK 8
    f_63  =  0.0F;
    f_64  =  0.0F;
    f_65  =  0.0F;
  }  // B3
  // BLOCK 9 MERGES [8 7 ]
  f_66  =  f_63 * f_64;
  adf_10[i_13]  =  f_66;
  // BLOCK 10 MERGES [9 14 ]
  i_67  =  16;
  for(;i_67 >= 1;)
  {
    // BLOCK 11
    barrier(CLK_LOCAL_MEM_FENCE);
    i_68  =  i_67 >> 1;
    b_69  =  i_38 < i_67;
    if(b_69)
    {
      // BLOCK 12
      f_70  =  adf_10[i_13];
      i_71  =  i_67 + i_13;
      f_72  =  adf_10[i_71];
      f_73  =  f_70 + f_72;
      adf_10[i_13]  =  f_73;
    }  // B11
    else
    {
      // BLOCK 13
    }  // B11
    // BLOCK 14 MERGES [13 12 ]
    i_74  =  i_68;
    i_67  =  i_74;
  }  // B10
  // BLOCK 15
  barrier(CLK_LOCAL_MEM_FENCE);
  f_75  =  adf_10[i_37];
  barrier(CLK_LOCAL_MEM_FENCE);
  ul_76  =  ul_9 + 4L;
  i_77  =  isless(1.0E-30F, f_65);
  if(i_77 == 1)
  {
    // BLOCK 16
    i_78  =  isless(0.0F, f_75);
    if(i_78 == 1)
    {
      // BLOCK 17
      i_79  =  1;
    }  // B16
    else
    {
      // BLOCK 18
      b_80  =  i_37 == i_13;
      if(b_80)
      {
        // BLOCK 19
        i_81  =  *((__global int *) ul_76);
        ul_82  =  ul_8 + 0L;
        i_83  =  i_81 + i_20;
        i_84  =  i_83 + 1;
        *((__global int *) ul_82)  =  i_84;
        i_79  =  0;
      }  // B18
      else
      {
        // BLOCK 20
        i_79  =  0;
      }  // B18
    }  // B16
  }  // B15
  else
  {
    // BLOCK 21
    i_79  =  0;
  }  // B15
  // BLOCK 22 MERGES [21 17 20 19 ]
  b_85  =  i_79 == 0;
  if(b_85)
  {
    // BLOCK 23
    f_86  =  0.0F;
  }  // B22
  else
  {
    // BLOCK 24
    i_87  =  *((__global int *) ul_76);
    i_88  =  i_87 + i_20;
    i_89  =  i_88 << 5;
    i_90  =  i_89 + i_38;
    l_91  =  (long) i_90;
    l_92  =  l_91 << 2;
    ul_93  =  ul_0 + l_92;
    f_94  =  *((__global float *) ul_93);
    f_95  =  f_65 / f_75;
    f_96  =  fma(f_63, f_95, f_94);
    *((__global float *) ul_93)  =  f_96;
    ul_97  =  ul_5 + l_42;
    f_98  =  *((__global float *) ul_97);
    f_99  =  f_64 * f_95;
    f_100  =  f_98 - f_99;
    *((__global float *) ul_97)  =  f_100;
    f_86  =  f_100;
  }  // B22
  // BLOCK 25 MERGES [23 24 ]
  f_101  =  f_86 * f_86;
  adf_10[i_13]  =  f_101;
  // BLOCK 26 MERGES [25 30 ]
  i_102  =  16;
  for(;i_102 >= 1;)
  {
    // BLOCK 27
    barrier(CLK_LOCAL_MEM_FENCE);
    i_103  =  i_102 >> 1;
    b_104  =  i_38 < i_102;
    if(b_104)
    {
      // BLOCK 28
      f_105  =  adf_10[i_13];
      i_106  =  i_102 + i_13;
      f_107  =  adf_10[i_106];
      f_108  =  f_105 + f_107;
      adf_10[i_13]  =  f_108;
    }  // B27
    else
    {
      // BLOCK 29
    }  // B27
    // BLOCK 30 MERGES [29 28 ]
    i_109  =  i_103;
    i_102  =  i_109;
  }  // B26
  // BLOCK 31
  barrier(CLK_LOCAL_MEM_FENCE);
  b_110  =  i_79 == 0;
  if(b_110)
  {
    // BLOCK 32
  }  // B31
  else
  {
    // BLOCK 33
    f_111  =  adf_10[i_37];
    f_112  =  f_111 / f_65;
    f_113  =  fma(f_63, f_112, f_86);
    *((__global float *) ul_43)  =  f_113;
    b_114  =  i_37 == i_13;
    if(b_114)
    {
      // BLOCK 34
      *((__global float *) ul_36)  =  f_111;
    }  // B33
    else
    {
      // BLOCK 35
    }  // B33
  }  // B31
  // BLOCK 36 MERGES [32 35 34 ]
  return;
}  //  kernel
