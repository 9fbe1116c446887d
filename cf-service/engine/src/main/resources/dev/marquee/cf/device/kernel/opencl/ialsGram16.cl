__kernel void ialsGram(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *rows, __global uchar *partial, __global uchar *sizes, __private int k)
{
  bool b_15, b_23, b_60, b_70, b_80, b_90, b_122;
  float f_68, f_69, f_78, f_79, f_88, f_89, f_98, f_99, f_103, f_105, f_107, f_108, f_109, f_110, f_111, f_113, f_114, f_115, f_116, f_117, f_118, f_119, f_123, f_131, f_136, f_143;
  int i_10, i_12, i_13, i_14, i_17, i_18, i_20, i_21, i_22, i_24, i_25, i_26, i_27, i_28, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47, i_48, i_49, i_50, i_51, i_52, i_53, i_54, i_55, i_56, i_57, i_58, i_59, i_61, i_62, i_63, i_64, i_71, i_72, i_73, i_74, i_81, i_82, i_83, i_84, i_91, i_92, i_93, i_94, i_100, i_101, i_102, i_104, i_106, i_112, i_120, i_121, i_124, i_125, i_126, i_127, i_132, i_137, i_138, i_139, i_144;
  long l_65, l_66, l_75, l_76, l_85, l_86, l_95, l_96, l_128, l_129, l_133, l_134, l_140, l_141, l_145, l_146;
  ulong ul_0, ul_1, ul_2, ul_9, ul_11, ul_16, ul_19, ul_67, ul_77, ul_87, ul_97, ul_130, ul_135, ul_142, ul_147;

  // BLOCK 0
  ul_0  =  (ulong) rows;
  ul_1  =  (ulong) partial;
  ul_2  =  (ulong) sizes;
  __private float ul_3[4];
  __private float* ul_4 = ul_3;
  __local float adf_5[256];
  __local float adf_6[256];
  __private float ul_7[2];
  __private float* ul_8 = ul_7;
  ul_9  =  ul_2 + 12L;
  i_10  =  *((__global int *) ul_9);
  ul_11  =  ul_2 + 8L;
  i_12  =  *((__global int *) ul_11);
  i_13  =  get_group_id(0);
  i_14  =  i_13 + i_10;
  b_15  =  i_14 < i_12;
  if(b_15)
  {
    // BLOCK 1
    ul_16  =  ul_2 + 4L;
    i_17  =  *((__global int *) ul_16);
    i_18  =  *((__global int *) ul_16);
    ul_19  =  ul_2 + 0L;
    i_20  =  *((__global int *) ul_19);
    i_21  =  i_17 * i_14;
    i_22  =  i_21 + i_18;
    b_23  =  i_20 < i_22;
    if(b_23)
    {
      // BLOCK 2
      i_24  =  *((__global int *) ul_19);
      i_25  =  i_21;
      i_26  =  i_24;
    }  // B1
    else
    {
      // BLOCK 3
      i_25  =  i_21;
      i_26  =  i_22;
    }  // B1
  }  // B0
  else
  {
    // BLOCK 4
    i_25  =  0;
    i_26  =  0;
  }  // B0
  // BLOCK 5 MERGES [4 3 2 ]
  ul_4[0]  =  0.0F;
  ul_4[1]  =  0.0F;
  ul_4[2]  =  0.0F;
  ul_4[3]  =  0.0F;
  i_27  =  get_local_id(0);
  i_28  =  i_27 >> 31;
  i_29  =  i_28 >> 29;
  i_30  =  i_29 + i_27;
  i_31  =  i_30 >> 3;
  i_32  =  i_30 & -8;
  i_33  =  i_27 - i_32;
  i_34  =  i_27 + 192;
  i_35  =  i_34 % 16;
  i_36  =  i_34 >> 31;
  i_37  =  i_36 >> 28;
  i_38  =  i_37 + i_34;
  i_39  =  i_38 >> 4;
  i_40  =  i_27 + 128;
  i_41  =  i_40 % 16;
  i_42  =  i_40 >> 31;
  i_43  =  i_42 >> 28;
  i_44  =  i_43 + i_40;
  i_45  =  i_44 >> 4;
  i_46  =  i_27 + 64;
  i_47  =  i_46 % 16;
  i_48  =  i_46 >> 31;
  i_49  =  i_48 >> 28;
  i_50  =  i_49 + i_46;
  i_51  =  i_50 >> 4;
  i_52  =  i_27 % 16;
  i_53  =  i_28 >> 28;
  i_54  =  i_53 + i_27;
  i_55  =  i_54 >> 4;
  i_56  =  i_25;
  // BLOCK 6 MERGES [5 22 ]
  i_56  =  i_25;
  for(;i_56 < i_26;)
  {
    // BLOCK 7
    barrier(CLK_LOCAL_MEM_FENCE);
    i_57  =  i_26 - i_56;
    i_58  =  (i_57 < 17) ? i_57 : 16;
    i_59  =  i_58 + -1;
    b_60  =  i_55 < i_58;
    if(b_60)
    {
      // BLOCK 8
      i_61  =  i_55;
    }  // B7
    else
    {
      // BLOCK 9
      i_61  =  i_59;
    }  // B7
    // BLOCK 10 MERGES [8 9 ]
    i_62  =  i_61 + i_56;
    i_63  =  i_62 << 4;
    i_64  =  i_63 + i_52;
    l_65  =  (long) i_64;
    l_66  =  l_65 << 2;
    ul_67  =  ul_0 + l_66;
    f_68  =  *((__global float *) ul_67);
    adf_5[i_27]  =  f_68;
    f_69  =  *((__global float *) ul_67);
    adf_6[i_27]  =  f_69;
    b_70  =  i_51 < i_58;
    if(b_70)
    {
      // BLOCK 11
      i_71  =  i_51;
    }  // B10
    else
    {
      // BLOCK 12
      i_71  =  i_59;
    }  // B10
    // BLOCK 13 MERGES [11 12 ]
    i_72  =  i_71 + i_56;
    i_73  =  i_72 << 4;
    i_74  =  i_73 + i_47;
    l_75  =  (long) i_74;
    l_76  =  l_75 << 2;
    ul_77  =  ul_0 + l_76;
    f_78  =  *((__global float *) ul_77);
    adf_5[i_46]  =  f_78;
    f_79  =  *((__global float *) ul_77);
    adf_6[i_46]  =  f_79;
    b_80  =  i_45 < i_58;
    if(b_80)
    {
      // BLOCK 14
      i_81  =  i_45;
    }  // B13
    else
    {
      // BLOCK 15
      i_81  =  i_59;
    }  // B13
    // BLOCK 16 MERGES [14 15 ]
    i_82  =  i_81 + i_56;
    i_83  =  i_82 << 4;
    i_84  =  i_83 + i_41;
    l_85  =  (long) i_84;
    l_86  =  l_85 << 2;
    ul_87  =  ul_0 + l_86;
    f_88  =  *((__global float *) ul_87);
    adf_5[i_40]  =  f_88;
    f_89  =  *((__global float *) ul_87);
    adf_6[i_40]  =  f_89;
    b_90  =  i_39 < i_58;
    if(b_90)
    {
      // BLOCK 17
      i_91  =  i_39;
    }  // B16
    else
    {
      // BLOCK 18
      i_91  =  i_59;
    }  // B16
    // BLOCK 19 MERGES [17 18 ]
    i_92  =  i_91 + i_56;
    i_93  =  i_92 << 4;
    i_94  =  i_93 + i_35;
    l_95  =  (long) i_94;
    l_96  =  l_95 << 2;
    ul_97  =  ul_0 + l_96;
    f_98  =  *((__global float *) ul_97);
    adf_5[i_34]  =  f_98;
    f_99  =  *((__global float *) ul_97);
    adf_6[i_34]  =  f_99;
    barrier(CLK_LOCAL_MEM_FENCE);
    // BLOCK 20 MERGES [19 21 ]
    i_100  =  0;
    for(;i_100 < i_58;)
    {
      // BLOCK 21
      i_101  =  i_100 << 4;
      i_102  =  i_33 + i_101;
      f_103  =  adf_6[i_102];
      ul_8[0]  =  f_103;
      i_104  =  i_102 + 8;
      f_105  =  adf_6[i_104];
      ul_8[1]  =  f_105;
      i_106  =  i_31 + i_101;
      f_107  =  adf_5[i_106];
      f_108  =  ul_4[0];
      f_109  =  fma(f_103, f_107, f_108);
      ul_4[0]  =  f_109;
      f_110  =  ul_4[1];
      f_111  =  fma(f_105, f_107, f_110);
      ul_4[1]  =  f_111;
      i_112  =  i_106 + 8;
      f_113  =  adf_5[i_112];
      f_114  =  ul_4[2];
      f_115  =  ul_8[0];
      f_116  =  fma(f_113, f_115, f_114);
      ul_4[2]  =  f_116;
      f_117  =  ul_4[3];
      f_118  =  ul_8[1];
      f_119  =  fma(f_113, f_118, f_117);
      ul_4[3]  =  f_119;
      i_120  =  i_100 + 1;
      i_100  =  i_120;
    }  // B20
    // BLOCK 22
    i_121  =  i_56 + 16;
    i_56  =  i_121;
  }  // B6
  // BLOCK 23
  b_122  =  i_14 < i_12;
  if(b_122)
  {
    // BLOCK 24
    f_123  =  ul_4[0];
    i_124  =  i_14 << 4;
    i_125  =  i_124 + i_31;
    i_126  =  i_125 << 4;
    i_127  =  i_126 + i_33;
    l_128  =  (long) i_127;
    l_129  =  l_128 << 2;
    ul_130  =  ul_1 + l_129;
    *((__global float *) ul_130)  =  f_123;
    f_131  =  ul_4[1];
    i_132  =  i_127 + 8;
    l_133  =  (long) i_132;
    l_134  =  l_133 << 2;
    ul_135  =  ul_1 + l_134;
    *((__global float *) ul_135)  =  f_131;
    f_136  =  ul_4[2];
    i_137  =  i_125 + 8;
    i_138  =  i_137 << 4;
    i_139  =  i_138 + i_33;
    l_140  =  (long) i_139;
    l_141  =  l_140 << 2;
    ul_142  =  ul_1 + l_141;
    *((__global float *) ul_142)  =  f_136;
    f_143  =  ul_4[3];
    i_144  =  i_139 + 8;
    l_145  =  (long) i_144;
    l_146  =  l_145 << 2;
    ul_147  =  ul_1 + l_146;
    *((__global float *) ul_147)  =  f_143;
  }  // B23
  else
  {
    // BLOCK 25
  }  // B23
  // BLOCK 26 MERGES [25 24 ]
  return;
}  //  kernel
